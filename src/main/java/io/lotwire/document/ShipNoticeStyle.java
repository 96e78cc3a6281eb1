package io.lotwire.document;

import java.util.Set;

/**
 * How a partner wants ship notices.
 *
 * @param version GS08, such as {@code 004010}
 * @param shape how the levels hold one another
 * @param lotPlaces where the lot stands in an item; at least one place
 */
public record ShipNoticeStyle(String version, LevelShape shape, Set<LotPlace> lotPlaces) {
    /** A place for the lot in an item. */
    public enum LotPlace {
        /** A pair of LIN: {@code LT} and the lot. */
        LIN,
        /** {@code REF*LT}; {@code REF*BT} for a batch, {@code REF*PC} for a production code. */
        REF
    }

    public ShipNoticeStyle {
        lotPlaces = Set.copyOf(lotPlaces);
        if (lotPlaces.isEmpty()) {
            throw new IllegalArgumentException("a ship notice needs a place for lots: LIN or REF");
        }
    }

    /** Lots in LIN pairs, levels S-O-T-I, in this version. */
    public static ShipNoticeStyle usual(String version) {
        return new ShipNoticeStyle(version, LevelShape.S_O_T_I, Set.of(LotPlace.LIN));
    }
}
