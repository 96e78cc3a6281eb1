package io.lotwire.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the levels of a ship notice hold one another: which level stands in which (X12 element 735). */
public enum LevelShape {
    /** Shipment, order, pallet or carton, item. */
    S_O_T_I,
    /** Shipment, pallet or carton, order, item. */
    S_T_O_I,
    /** Shipment, order, item; the item names its pallet or carton. */
    S_O_I;

    /** A level between shipment and item. */
    enum Level {
        ORDER,
        /** The unit that holds the unit. */
        OUTER_UNIT,
        UNIT
    }

    /** The levels between shipment and item, from above. */
    List<Level> levels() {
        return switch (this) {
            case S_O_T_I -> List.of(Level.ORDER, Level.OUTER_UNIT, Level.UNIT);
            case S_T_O_I -> List.of(Level.OUTER_UNIT, Level.UNIT, Level.ORDER);
            case S_O_I -> List.of(Level.ORDER);
        };
    }

    /** The shape as profiles write it, such as {@code S-O-T-I}; empty when there is none of this name. */
    public static Optional<LevelShape> parse(String text) {
        return Arrays.stream(values())
                .filter(shape -> shape.toString().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
