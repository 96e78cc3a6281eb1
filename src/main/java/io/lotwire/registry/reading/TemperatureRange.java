package io.lotwire.registry.reading;

import java.math.BigDecimal;

/**
 * What a product bears, in degrees Celsius; both ends are within it.
 *
 * @param least the coldest; null when there is none
 * @param most the warmest; null when there is none
 */
public record TemperatureRange(BigDecimal least, BigDecimal most) {
    /** Whether it is known at all. */
    public boolean isKnown() {
        return least != null || most != null;
    }

    /** On which side of it a temperature is. */
    Side side(BigDecimal temperature) {
        if (least != null && temperature.compareTo(least) < 0) {
            return Side.BELOW;
        }
        return most != null && temperature.compareTo(most) > 0 ? Side.ABOVE : Side.WITHIN;
    }

    /** Where a temperature may be. */
    enum Side {
        BELOW,
        WITHIN,
        ABOVE
    }

    /** For people: {@code 1 to 5 °C}. */
    public String words() {
        if (least == null) {
            return "at most " + plain(most) + " °C";
        }
        return most == null ? "at least " + plain(least) + " °C" : plain(least) + " to " + plain(most) + " °C";
    }

    /** A number without an exponent and without zeros at its end. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
