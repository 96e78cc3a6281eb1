package io.lotwire.registry;

import io.lotwire.lot.Purpose;
import io.lotwire.lot.json.LotEventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The stored events that a trace is made of, found by index: their cost is that of the answer. */
final class TracedEvents {
    /** Files are not stored in the order in which they came, where that was not agreed. */
    private static final String ARRIVAL = "(s.inbox_id << 31) + s.ordinal";

    private static final String SELECT = """
            select e.seq, e.set_id, <arrival> as arrival, e.event, s.document_number
            from step t join occasion o on o.id = t.occasion_id join lot_event e on e.set_id = o.set_id and e.seq = t.seq
                join transaction_set s on s.id = o.set_id
            """.replace("<arrival>", ARRIVAL);

    private final Handle handle;

    TracedEvents(Handle handle) {
        this.handle = handle;
    }

    /** Events that name this lot code, in the order they were stored. */
    List<TracedEvent> ofLot(String code) {
        return standing(
                list(handle.createQuery(SELECT + "where t.lot_id in (select id from lot where code = :code) union all "
                                + SELECT + "where t.lot_id is null and t.lot_code = :code order by seq")
                        .bind("code", code)));
    }

    /** Events that name no lot but one of these logistic units, in the order they were stored. */
    List<TracedEvent> ofUnits(Collection<String> ssccs) {
        return standing(list(handle.createQuery(SELECT
                        + "where t.lot_id is null and t.lot_code is null and t.sscc = any(:ssccs) order by e.seq")
                .bindArray(
                        "ssccs", Long.class, ssccs.stream().map(Long::valueOf).toArray())));
    }

    private static List<TracedEvent> list(Query query) {
        return query.map((row, context) -> event(row)).list();
    }

    /** Without what later documents of the same number cancelled or replaced, and without the cancellations. */
    private List<TracedEvent> standing(List<TracedEvent> events) {
        Map<String, Long> standsFrom = new HashMap<>();
        for (Revocation revocation : revocations(events)) {
            long from = revocation.cancels() ? revocation.arrival() + 1 : revocation.arrival();
            standsFrom.merge(revocation.document(), from, Math::max);
        }
        return events.stream()
                .filter(event -> event.event().purpose() != Purpose.CANCEL)
                .filter(event -> event.arrival() >= standsFrom.getOrDefault(document(event), 0L))
                .toList();
    }

    /** A cancellation may name no lots, so it is looked for among the transaction sets. */
    private List<Revocation> revocations(List<TracedEvent> events) {
        Set<String> numbers = new HashSet<>();
        events.stream()
                .map(TracedEvent::documentNumber)
                .filter(number -> !number.isEmpty())
                .forEach(numbers::add);
        return handle.createQuery("""
                        select <arrival> as arrival, i.partner, s.document, s.document_number, s.purpose
                        from transaction_set s join inbox i on i.id = s.inbox_id
                        where s.document_number = any(:numbers) and s.purpose in ('cancel', 'replace')
                            and s.state = 'TRANSLATED'
                        """.replace("<arrival>", ARRIVAL))
                .bindArray("numbers", String.class, (Object[]) numbers.toArray(String[]::new))
                .map((row, context) -> new Revocation(
                        row.getLong("arrival"),
                        document(row.getString("partner"), row.getString("document"), row.getString("document_number")),
                        row.getString("purpose").equals("cancel")))
                .list();
    }

    private static String document(TracedEvent event) {
        return document(event.partner(), event.document(), event.documentNumber());
    }

    private static String document(String partner, String document, String number) {
        return partner + "\n" + document + "\n" + number;
    }

    private static TracedEvent event(ResultSet row) throws SQLException {
        try {
            return new TracedEvent(
                    row.getLong("seq"),
                    row.getLong("set_id"),
                    row.getLong("arrival"),
                    LotEventJson.read(row.getString("event")),
                    row.getString("document_number"));
        } catch (IllegalArgumentException e) {
            throw new SQLException("row " + row.getLong("seq") + " of lot_event is no lot event", e);
        }
    }

    /** Oldest first. */
    static Comparator<TracedEvent> inTime() {
        return Comparator.comparing(TracedEvent::day).thenComparing(TracedEvent::seq);
    }

    /**
     * A document that revokes what was said before under its number.
     *
     * @param cancels X12 element 353 code 01 (cancellation), else 05 (replace)
     */
    private record Revocation(long arrival, String document, boolean cancels) {}
}
