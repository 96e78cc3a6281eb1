package io.lotwire.ledger;

import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Sscc;
import java.util.function.Function;

/**
 * A lot event and its outward form.
 *
 * @param setId its transaction set
 * @param event the event
 * @param json the same event as a JSON object, see {@code mappings/lot-event.schema.json}
 * @param stated the event as its document states it, before the registry completed it, as a JSON object; null when the
 *     registry added nothing
 */
public record EventToStore(long setId, LotEvent event, String json, String stated) {
    /** The code of its lot, null when it names none. */
    String lotCode() {
        return event.lot() == null ? null : event.lot().code();
    }

    /** One of its logistic units as the ledger has it, the number that the digits are; null when it names none. */
    Long unit(Function<LogisticUnit, Sscc> which) {
        Sscc unit = event.unit() == null ? null : which.apply(event.unit());
        return unit == null ? null : Long.valueOf(unit.digits());
    }
}
