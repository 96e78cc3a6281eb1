package io.lotwire.registry;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The logistic units that were shipped before, with what was on them. A number of a unit is not used again within a year (GS1
 * General Specifications, 4.3.1): the same party that ships it with other goods has used it twice.
 */
final class ShippedUnits {
    /** So many lines of earlier documents are looked at for a unit: one whose number is on more is used wrongly anyway. */
    private static final int MOST_LINES = 200;

    private final Map<Long, List<Shipment>> before = new HashMap<>();

    /** A unit in one document: by whom, when, and what was on it. */
    private record Shipment(PartyStatement from, LocalDate day, Set<String> lines) {
        boolean isOther(Shipment later) {
            return (from.equals(later.from) || from.sharesKeyWith(later.from))
                    && day.isAfter(later.day.minusYears(1))
                    && !lines.containsAll(later.lines);
        }
    }

    /** No unit was shipped before. */
    ShippedUnits() {}

    /** The units of these events; where there are some it takes one statement. */
    static ShippedUnits of(LedgerTransaction transaction, Collection<LotEvent> events) {
        ShippedUnits units = new ShippedUnits();
        Object[] numbers = events.stream()
                .filter(ShippedUnits::counts)
                .map(event -> Long.valueOf(event.unit().sscc().digits()))
                .distinct()
                .toArray();
        if (numbers.length > 0) {
            units.read(transaction, numbers);
        }
        return units;
    }

    private void read(LedgerTransaction transaction, Object[] numbers) {
        Map<Long, Map<Long, Shipment>> bySet = new HashMap<>();
        transaction
                .handle()
                .createQuery("""
                        select t.sscc, o.set_id, cast(o.begins as date) as day, f.gln, f.number, f.name,
                            coalesce(l.code, t.lot_code) as lot, t.quantity, t.unit
                        from unnest(:numbers) unit (sscc),
                            lateral (select * from step where step.sscc = unit.sscc limit :most) t
                            join occasion o on o.id = t.occasion_id
                            join party_statement f on f.id = o.from_party
                            left join lot l on l.id = t.lot_id
                        where o.type = 'shipped' and o.begins is not null
                        """)
                .bindArray("numbers", Long.class, numbers)
                .bind("most", MOST_LINES)
                .map((row, context) -> {
                    bySet.computeIfAbsent(row.getLong("sscc"), sscc -> new HashMap<>())
                            .computeIfAbsent(row.getLong("set_id"), set -> shipment(row))
                            .lines()
                            .add(line(row.getString("lot"), row.getBigDecimal("quantity"), row.getString("unit")));
                    return true;
                })
                .list();
        bySet.forEach((sscc, sets) -> before.put(sscc, new ArrayList<>(sets.values())));
    }

    private static Shipment shipment(ResultSet row) {
        try {
            return new Shipment(
                    new PartyStatement(row.getString("gln"), row.getString("number"), row.getString("name")),
                    row.getObject("day", LocalDate.class),
                    new HashSet<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The units that events of one document say to be shipped; of those that cancel or replace none. */
    private static Map<Long, Shipment> shipments(List<LotEvent> events) {
        Map<Long, Shipment> shipments = new HashMap<>();
        for (LotEvent event : events) {
            if (counts(event)) {
                shipments
                        .computeIfAbsent(
                                Long.valueOf(event.unit().sscc().digits()),
                                sscc -> new Shipment(
                                        PartyStatement.from(event),
                                        LocalDate.parse(event.time().value().substring(0, "2026-12-31".length())),
                                        new HashSet<>()))
                        .lines()
                        .add(line(
                                event.lot() == null ? null : event.lot().code(),
                                event.quantity() == null
                                        ? null
                                        : event.quantity().value(),
                                event.quantity() == null ? "" : event.quantity().unit()));
            }
        }
        return shipments;
    }

    private static boolean counts(LotEvent event) {
        return event.type() == EventType.SHIPPED
                && event.purpose() == Purpose.ORIGINAL
                && event.time() != null
                && event.unit() != null
                && event.unit().sscc() != null;
    }

    private static String line(String lot, BigDecimal quantity, String unit) {
        return lot + " "
                + (quantity == null ? "" : quantity.stripTrailingZeros().toPlainString()) + " " + unit;
    }

    /** Knows from now on what these events of one document say. */
    void learn(List<LotEvent> events) {
        shipments(events).forEach((sscc, shipment) -> before.computeIfAbsent(sscc, each -> new ArrayList<>())
                .add(shipment));
    }

    /** The same events of one document; one whose unit was shipped with other goods has an issue. */
    List<LotEvent> doubted(List<LotEvent> events) {
        if (before.isEmpty()) {
            return events;
        }
        Map<Long, Issue> doubts = new HashMap<>();
        shipments(events).forEach((sscc, shipment) -> before.getOrDefault(sscc, List.of()).stream()
                .filter(earlier -> earlier.isOther(shipment))
                .findFirst()
                .ifPresent(earlier -> doubts.put(sscc, doubt(sscc, earlier))));
        if (doubts.isEmpty()) {
            return events;
        }
        return events.stream()
                .map(event -> counts(event)
                                && doubts.containsKey(
                                        Long.valueOf(event.unit().sscc().digits()))
                        ? event.enriched(
                                event.item(),
                                event.lot(),
                                List.of(doubts.get(
                                        Long.valueOf(event.unit().sscc().digits()))))
                        : event)
                .toList();
    }

    private static Issue doubt(long sscc, Shipment earlier) {
        return new Issue(
                IssueCode.DUPLICATE_SSCC,
                Severity.WARNING,
                "SSCC " + String.format(Locale.ROOT, "%018d", sscc) + " was shipped by "
                        + earlier.from().title() + " on " + earlier.day()
                        + " with other goods; a number is not used again within a year.");
    }
}
