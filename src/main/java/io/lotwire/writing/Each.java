package io.lotwire.writing;

import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.UnitType;

/** What makes events belong together. */
enum Each {
    SHIPMENT,
    /** By purchase order, else by the depositor's order. */
    ORDER,
    /** The pallet, also that of a carton. */
    PALLET,
    /** A carton; goods that stand on a pallet without one have none. */
    CARTON,
    /** The pallet or carton that holds the goods. */
    UNIT,
    /** The product, in one unit of measure. */
    ITEM,
    /** The goods of one line: an event, or all with the same key where the profile merges lots. */
    LINE,
    LOT,
    PARTY,
    /** A reference that has a qualifier and that all events at hand have. */
    REFERENCE,
    /** A statement that is made of all events at hand. */
    STATEMENT;

    /** What tells an event's group from others; {@code ""} when the event has no such thing. */
    Object key(LotEvent event) {
        return switch (this) {
            case SHIPMENT, PARTY, REFERENCE, STATEMENT -> this;
            case ORDER -> event.order();
            case PALLET -> pallet(event.unit());
            case CARTON -> carton(event.unit());
            case UNIT -> event.unit() == null ? "" : event.unit().sscc().digits();
            case ITEM -> new Goods(event.item(), unitOfMeasure(event), "", "", false);
            case LINE ->
                new Goods(event.item(), unitOfMeasure(event), UNIT.key(event), event.order(), event.lot() != null);
            case LOT -> event.lot() == null ? "" : event.lot();
        };
    }

    static String pallet(LogisticUnit unit) {
        if (unit == null) {
            return "";
        }
        if (unit.parent() != null) {
            return unit.parent().digits();
        }
        return unit.type() == UnitType.CARTON ? "" : unit.sscc().digits();
    }

    static String carton(LogisticUnit unit) {
        boolean isCarton = unit != null && (unit.parent() != null || unit.type() == UnitType.CARTON);
        return isCarton ? unit.sscc().digits() : "";
    }

    private static String unitOfMeasure(LotEvent event) {
        return event.quantity() == null ? "" : event.quantity().unit();
    }

    /** Goods without a lot share no line with those of one: they would seem to be of it. */
    private record Goods(Object item, String unitOfMeasure, Object sscc, String order, boolean ofLot) {}
}
