package io.lotwire.partner.certificate;

import java.util.Arrays;
import java.util.Optional;

/** How near the end of a certificate is, and what to do about it. The nearest comes first. */
public enum Urgency {
    LAST_DAY(1, "exchange it today, or traffic stops"),
    LAST_WEEK(7, "exchange it this week, or traffic stops"),
    LAST_MONTH(30, "exchange it now"),
    TWO_MONTHS(60, "plan its exchange with the partner");

    private final int underDays;
    public final String advice;

    Urgency(int underDays, String advice) {
        this.underDays = underDays;
        this.advice = advice;
    }

    /** The urgency of a certificate with this many full days left; none when there is time. */
    public static Optional<Urgency> of(long daysLeft) {
        return Arrays.stream(values())
                .filter(urgency -> daysLeft < urgency.underDays)
                .findFirst();
    }
}
