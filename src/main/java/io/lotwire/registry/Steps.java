package io.lotwire.registry;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.Word;
import java.util.ArrayList;
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
                        insert into step (seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, quantity, unit,
                            transformation_id, output, condition, sure)
                        select seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, cast(quantity as numeric), unit,
                            transformation_id, output, condition, sure
                        from unnest(:seqs, :occasions, :lotIds, :lotCodes, :ssccs, :parents, :quantities, :units,
                                :transformations, :outputs, :conditions, :sure)
                            as row (seq, occasion_id, lot_id, lot_code, sscc, parent_sscc, quantity, unit,
                                transformation_id, output, condition, sure)
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
                .bindArray("transformations", Long.class, new Transformations(handle).numbers(telling))
                .bindArray("outputs", Boolean.class, column(telling, Steps::output))
                .bindArray("conditions", String.class, column(telling, Steps::condition))
                .bindArray("sure", Boolean.class, column(telling, Steps::sure))
                .execute();
        keepPossible(telling);
    }

    /** Each of the lots that may be meant where one of several is. */
    private void keepPossible(List<StoredEvent> telling) {
        List<Long> seqs = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (StoredEvent stored : telling) {
            Certainty certainty = certainty(stored.event());
            if (certainty != null && certainty.kind() == Certainty.Kind.ONE_OF) {
                for (String code : certainty.among()) {
                    seqs.add(stored.seq());
                    codes.add(code);
                }
            }
        }
        if (!seqs.isEmpty()) {
            handle.createUpdate("insert into possible_lot (code, seq)"
                            + " select code, seq from unnest(:codes, :seqs) as row (code, seq) on conflict do nothing")
                    .bindArray("codes", String.class, codes.toArray())
                    .bindArray("seqs", Long.class, seqs.toArray())
                    .execute();
        }
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

    private static Boolean output(LotEvent event) {
        return event.transformation() == null ? null : event.transformation().role() == Transformation.Role.OUTPUT;
    }

    private static String condition(LotEvent event) {
        return event.condition() == null ? null : Word.of(event.condition());
    }

    private static Certainty certainty(LotEvent event) {
        return event.lot() == null ? null : event.lot().certainty();
    }

    private static boolean sure(LotEvent event) {
        Certainty certainty = certainty(event);
        return certainty == null
                || certainty.kind() == Certainty.Kind.SCANNED
                || certainty.kind() == Certainty.Kind.STATED;
    }

    private static String quantity(LotEvent event) {
        Quantity quantity = event.quantity();
        return quantity == null ? null : quantity.value().toPlainString();
    }

    private static String quantityUnit(LotEvent event) {
        return event.quantity() == null ? "" : event.quantity().unit();
    }
}
