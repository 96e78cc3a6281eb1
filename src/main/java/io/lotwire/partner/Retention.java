package io.lotwire.partner;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * For how long the bytes of what a partner sends and gets are kept at least. What they said of lots is kept for ever.
 *
 * @param time from when they came or were made; null for ever
 */
public record Retention(Period time) {
    /** What is usual: nothing goes. */
    public static final Retention FOREVER = new Retention(null);

    /** What came before this moment may go now; empty when nothing may. */
    public Optional<Instant> before(Instant now) {
        return Optional.ofNullable(time)
                .map(each -> now.atOffset(ZoneOffset.UTC).minus(each).toInstant());
    }

    /** Such as {@code for 2 years}. */
    public String words() {
        if (time == null) {
            return "for ever";
        }
        int number = time.getYears() > 0 ? time.getYears() : time.getDays();
        return "for " + number + (time.getYears() > 0 ? " year" : " day") + (number == 1 ? "" : "s");
    }
}
