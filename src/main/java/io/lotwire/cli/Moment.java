package io.lotwire.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as people write it on a command line. */
final class Moment {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhd])");

    private Moment() {}

    /**
     * Reads {@code 2026-03-04} (its first moment, in the zone of the machine), {@code 2026-03-04T14:30:00Z}, or how long ago:
     * {@code 30m}, {@code 12h}, {@code 7d}.
     *
     * @return empty for what is none of these
     */
    static Optional<Instant> parse(String text, Clock clock) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            Duration back =
                    switch (ago.group(2)) {
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
            return Optional.of(clock.instant().minus(back));
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .atStartOfDay(ZoneId.systemDefault())
                                    .toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
