package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What events tell of goods, in few bytes each (the table {@code step}), inside one transaction. */
final class Steps {
    private static final String NOT_STATED = "(not stated)";

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
        List<Step> steps = events.stream()
                .filter(stored -> stored.event().purpose() != Purpose.CANCEL)
                .map(stored -> Step.of(stored, lots))
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        Map<PartyStatement, Integer> parties = new PartyStatements(handle)
                .numbers(steps.stream()
                        .flatMap(step -> Stream.of(step.from(), step.to()))
                        .toList());
        handle.createUpdate("""
                        insert into step (seq, set_id, type, lot_id, lot_code, begins, ends, offset_minutes, from_party, to_party,
                            sscc, parent_sscc, quantity, unit)
                        select seq, set_id, type, lot_id, lot_code, cast(begins as timestamp), cast(ends as timestamp),
                            offset_minutes, from_party, to_party, sscc, parent_sscc, cast(quantity as numeric), unit
                        from unnest(:seqs, :setIds, :types, :lotIds, :lotCodes, :begins, :ends, :offsets, :froms, :tos, :ssccs,
                            :parents, :quantities, :units) as row (seq, set_id, type, lot_id, lot_code, begins, ends,
                            offset_minutes, from_party, to_party, sscc, parent_sscc, quantity, unit)
                        """)
                .bindArray(
                        "seqs", Long.class, column(steps, step -> step.stored().seq()))
                .bindArray("setIds", Long.class, column(steps, step -> step.stored()
                        .setId()))
                .bindArray(
                        "types",
                        String.class,
                        column(steps, step -> Word.of(step.event().type())))
                .bindArray("lotIds", Long.class, column(steps, Step::lotId))
                .bindArray("lotCodes", String.class, column(steps, Step::lotCode))
                .bindArray("begins", String.class, column(steps, step -> step.moment()
                        .map(when -> when.begins().toString())
                        .orElse(null)))
                .bindArray("ends", String.class, column(steps, step -> step.moment()
                        .map(when -> when.ends().toString())
                        .orElse(null)))
                .bindArray("offsets", Integer.class, column(steps, step -> step.moment()
                        .map(Moment::offsetMinutes)
                        .orElse(null)))
                .bindArray("froms", Integer.class, column(steps, step -> parties.get(step.from())))
                .bindArray("tos", Integer.class, column(steps, step -> parties.get(step.to())))
                .bindArray("ssccs", Long.class, column(steps, step -> step.unit(LogisticUnit::sscc)))
                .bindArray("parents", Long.class, column(steps, step -> step.unit(LogisticUnit::parent)))
                .bindArray("quantities", String.class, column(steps, Step::quantity))
                .bindArray("units", String.class, column(steps, Step::quantityUnit))
                .execute();
    }

    private static Object[] column(List<Step> steps, Function<Step, Object> value) {
        return steps.stream().map(value).toArray();
    }

    /** What an event tells of goods. */
    private record Step(
            StoredEvent stored, Long lotId, PartyStatement from, PartyStatement to, Optional<Moment> moment) {
        static Step of(StoredEvent stored, Map<LotStatement.Key, Long> lots) {
            LotEvent event = stored.event();
            Long lotId = LotRegistry.teaches(event)
                    ? lots.get(LotStatement.Key.of(event.lot().code(), event.item()))
                    : null;
            // Who ships a notice's goods, where it does not say, is whose notice it is; so is who received, for a
            // receipt.
            boolean receipt = event.type() == EventType.RECEIVED;
            String partner = event.source().partner();
            return new Step(
                    stored,
                    lotId,
                    PartyStatement.of(event.shipFrom(), receipt ? NOT_STATED : partner),
                    PartyStatement.of(event.shipTo(), receipt ? partner : NOT_STATED),
                    Optional.ofNullable(event.time()).flatMap(Moment::of));
        }

        LotEvent event() {
            return stored.event();
        }

        /** Only where the lot has no number. */
        String lotCode() {
            return lotId != null || event().lot() == null ? null : event().lot().code();
        }

        Long unit(Function<LogisticUnit, Sscc> which) {
            Sscc unit = event().unit() == null ? null : which.apply(event().unit());
            return unit == null ? null : Long.valueOf(unit.digits());
        }

        String quantity() {
            Quantity quantity = event().quantity();
            return quantity == null ? null : quantity.value().toPlainString();
        }

        String quantityUnit() {
            return event().quantity() == null ? "" : event().quantity().unit();
        }
    }
}
