package io.lotwire.lot;

/**
 * The pallet or carton that holds the goods.
 *
 * @param sscc the unit's SSCC
 * @param parent the SSCC of the unit that holds it, null when not stated
 * @param type what it is, null when not stated
 */
public record LogisticUnit(Sscc sscc, Sscc parent, UnitType type) {
    /** The SSCC of what moves as a whole: of the unit that holds it, else its own. */
    public Sscc outermost() {
        return parent == null ? sscc : parent;
    }
}
