package io.lotwire.registry;

import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What events tell of goods, in few bytes each (the table {@code step}), inside one transaction. */
final class Steps {
    private final Handle handle;

    Steps(Handle handle) {
        this.handle = handle;
    }

    /**
     * Keeps what events tell. Those that cancel tell nothing: they say which documents do not count.
     *
     * @param events stored in this transaction
     * @param lots the numbers of lots, by what tells them apart
     */
    void keep(List<StoredEvent> events, Map<LotStatement.Key, Long> lots) {
        List<StoredEvent> telling = events.stream()
                .filter(stored -> stored.event().purpose() != Purpose.CANCEL)
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        List<Long> occasions = new Occasions(handle).numbers(telling);
        Object[] lotIds = column(telling, event -> lotId(event, lots));
        Object[] lotCodes = column(
                telling, event -> event.lot() == null ? null : event.lot().code());
        for (int i = 0; i < lotIds.length; i++) {
            lotCodes[i] = lotIds[i] == null ? lotCodes[i] : null;
        }
        handle.createUpdate("""
                        insert into step (seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, quantity, unit)
                        select seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, cast(quantity as numeric), unit
                        from unnest(:seqs, :occasions, :lotIds, :lotCodes, :ssccs, :parents, :quantities, :units)
                            as row (seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, quantity, unit)
                        """)
                .bindArray(
                        "seqs",
                        Long.class,
                        telling.stream().map(StoredEvent::seq).toArray())
                .bindArray("occasions", Long.class, occasions.toArray())
                .bindArray("lotIds", Long.class, lotIds)
                .bindArray("lotCodes", String.class, lotCodes)
                .bindArray("ssccs", Long.class, column(telling, event -> unit(event, LogisticUnit::sscc)))
                .bindArray("parents", Long.class, column(telling, event -> unit(event, LogisticUnit::parent)))
                .bindArray("quantities", String.class, column(telling, Steps::quantity))
                .bindArray("units", String.class, column(telling, Steps::quantityUnit))
                .execute();
    }

    private static Object[] column(List<StoredEvent> events, Function<LotEvent, Object> value) {
        return events.stream().map(stored -> value.apply(stored.event())).toArray();
    }

    /** Null where the event names no lot, or none that is told apart from others. */
    private static Long lotId(LotEvent event, Map<LotStatement.Key, Long> lots) {
        return LotRegistry.teaches(event)
                ? lots.get(LotStatement.Key.of(event.lot().code(), event.item()))
                : null;
    }

    private static Long unit(LotEvent event, Function<LogisticUnit, Sscc> which) {
        Sscc unit = event.unit() == null ? null : which.apply(event.unit());
        return unit == null ? null : Long.valueOf(unit.digits());
    }

    private static String quantity(LotEvent event) {
        Quantity quantity = event.quantity();
        return quantity == null ? null : quantity.value().toPlainString();
    }

    private static String quantityUnit(LotEvent event) {
        return event.quantity() == null ? "" : event.quantity().unit();
    }
}
