package io.lotwire.registry.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch in which all readings were outside of what a product bears, on one side.
 *
 * @param isAbove whether it was too warm; else too cold
 * @param from the first reading outside
 * @param until the first reading that is not; the last one outside where none follows
 * @param worst the warmest, or coldest, in degrees Celsius
 * @param readings how many were outside
 */
public record Excursion(boolean isAbove, Instant from, Instant until, BigDecimal worst, int readings) {
    /** For how long, as far as readings tell. */
    public Duration lasted() {
        return Duration.between(from, until);
    }

    /** For people: {@code above from 2026-03-18T14:10:00Z for 80 min, at most 9.4 °C}. */
    public String words() {
        return (isAbove ? "above" : "below") + " from " + from + " for " + lasted().toMinutes() + " min, "
                + (isAbove ? "at most " : "at least ") + TemperatureRange.plain(worst) + " °C";
    }
}
