package io.lotwire.registry;

import java.math.BigDecimal;

/**
 * What came to a party and what left it, in one unit; adjustments count as coming, disposals as leaving.
 *
 * @param unit unit code as sent
 * @param in what came
 * @param out what left
 * @param complete false when some document leaves a quantity out
 */
public record Holding(TracedParty party, String unit, BigDecimal in, BigDecimal out, boolean complete) {
    /** What should be there now; less than nothing when more left than came. */
    public BigDecimal left() {
        return in.subtract(out);
    }
}
