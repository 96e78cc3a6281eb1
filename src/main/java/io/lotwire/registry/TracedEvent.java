package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;

/**
 * A stored event, as a trace sees it.
 *
 * @param seq its number in the order they were stored
 * @param setId the row of its transaction set
 * @param arrival where that stands among all that came in: later ones have a greater number, whichever was stored first
 * @param event what it says
 * @param documentNumber of its transaction set
 */
record TracedEvent(long seq, long setId, long arrival, LotEvent event, String documentNumber) {
    private static final int DAY = 10;

    /** Who sent its document. */
    String partner() {
        return event.source().partner();
    }

    /** Transaction set or message type, such as {@code 856}. */
    String document() {
        return event.source().document();
    }

    EventType type() {
        return event.type();
    }

    Item item() {
        return event.item();
    }

    /** The lot, null when it names none. */
    Lot lot() {
        return event.lot();
    }

    /** When it happened, in ISO 8601 as exactly as stated; {@code ""} when not stated. */
    String when() {
        return event.time() == null ? "" : event.time().value();
    }

    /** The day it happened, for order in time; events without a time come first. */
    String day() {
        String when = when();
        return when.length() > DAY ? when.substring(0, DAY) : when;
    }

    /** How much of the lot is on which unit. */
    Load load() {
        LogisticUnit unit = event.unit();
        Quantity quantity = event.quantity();
        return new Load(
                unit == null ? "" : digits(unit.sscc()),
                unit == null ? "" : digits(unit.parent()),
                quantity == null ? null : quantity.value(),
                quantity == null ? "" : quantity.unit());
    }

    private static String digits(Sscc sscc) {
        return sscc == null ? "" : sscc.digits();
    }
}
