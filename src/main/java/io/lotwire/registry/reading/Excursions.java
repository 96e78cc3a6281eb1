package io.lotwire.registry.reading;

import io.lotwire.registry.reading.TemperatureRange.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds where temperatures left a range; they are told one by one, in the order of time. */
final class Excursions {
    private final TemperatureRange range;
    private final List<Excursion> found = new ArrayList<>();

    // The stretch that is outside now.
    private Side side = Side.WITHIN;
    private Instant from;
    private Instant last;
    private BigDecimal worst;
    private int readings;

    Excursions(TemperatureRange range) {
        this.range = range;
    }

    /** The next temperature. */
    void take(Instant at, BigDecimal temperature) {
        Side now = range.side(temperature);
        if (now != side) {
            end(at);
            side = now;
            from = at;
            worst = temperature;
            readings = 0;
        }
        if (now != Side.WITHIN) {
            readings++;
            last = at;
            worst = now == Side.ABOVE ? worst.max(temperature) : worst.min(temperature);
        }
    }

    /** All that were found; no temperature follows. */
    List<Excursion> all() {
        end(last);
        side = Side.WITHIN;
        return List.copyOf(found);
    }

    private void end(Instant until) {
        if (side != Side.WITHIN) {
            found.add(new Excursion(side == Side.ABOVE, from, until, worst, readings));
        }
    }
}
