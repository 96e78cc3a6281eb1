package io.lotwire.registry.record;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.RegistryChange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Who stated which fact of a lot since when: the documents in which it stands, and persons. */
final class Statements {
    /** So many events of a lot are looked at, the first ones: the facts of most lots are in their first documents. */
    private static final int MOST_EVENTS = 1000;

    private static final Map<String, Function<LotEvent, String>> STATED = stated();

    private final Handle handle;

    Statements(LedgerTransaction transaction) {
        this.handle = transaction.handle();
    }

    /** Those of a lot, by fact and then by time. */
    List<Statement> of(KnownRecord lot, List<RegistryChange> changes) {
        List<Statement> all = new ArrayList<>(fromDocuments(lot.id()));
        for (RegistryChange change : changes) {
            if (!change.isBeginning()) {
                all.add(new Statement(change.field(), change.after(), change.by(), change.at()));
            }
        }
        changes.stream()
                .filter(RegistryChange::isBeginning)
                .findFirst()
                .ifPresent(made -> all.addAll(atTheBeginning(lot, changes, made, all)));
        Map<String, Statement> first = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Statement::since))
                .forEach(each -> first.putIfAbsent(each.field() + "\n" + each.value(), each));
        return first.values().stream()
                .sorted(Comparator.comparing(Statement::field))
                .toList();
    }

    /** What the person stated who made the record: what was known before the first change, where no document says it. */
    private static List<Statement> atTheBeginning(
            KnownRecord lot, List<RegistryChange> changes, RegistryChange made, List<Statement> others) {
        List<Statement> stated = new ArrayList<>();
        for (Map.Entry<Fact, String> fact : lot.facts().entrySet()) {
            String field = fact.getKey().name();
            String value = changes.stream()
                    .filter(change -> change.field().equals(field))
                    .findFirst()
                    .map(RegistryChange::before)
                    .orElse(fact.getValue());
            boolean isElsewhere = others.stream()
                    .anyMatch(each -> each.field().equals(field) && each.value().equals(value));
            if (STATED.containsKey(field) && !value.isEmpty() && !isElsewhere) {
                stated.add(new Statement(field, value, made.by(), made.at()));
            }
        }
        return stated;
    }

    private List<Statement> fromDocuments(long lotId) {
        List<Statement> statements = new ArrayList<>();
        handle.createQuery("""
                        select coalesce(e.stated, e.event) as event, e.stored_at, s.document, s.document_number, i.partner
                        from (select seq, occasion_id from step where lot_id = :lot order by seq limit :most) t
                            join occasion o on o.id = t.occasion_id
                            join lot_event e on e.set_id = o.set_id and e.seq = t.seq
                            join transaction_set s on s.id = e.set_id join inbox i on i.id = s.inbox_id
                        order by t.seq
                        """)
                .bind("lot", lotId)
                .bind("most", MOST_EVENTS)
                .map((row, context) -> {
                    LotEvent event = LotEventJson.read(row.getString("event"));
                    String by = row.getString("document") + " " + row.getString("document_number") + " of "
                            + row.getString("partner");
                    Instant since =
                            row.getObject("stored_at", OffsetDateTime.class).toInstant();
                    STATED.forEach((field, value) -> {
                        String said = value.apply(event);
                        if (said != null && !said.isEmpty()) {
                            statements.add(new Statement(field, said, by, since));
                        }
                    });
                    return true;
                })
                .list();
        return statements;
    }

    private static Map<String, Function<LotEvent, String>> stated() {
        Map<String, Function<LotEvent, String>> stated = new LinkedHashMap<>();
        stated.put("description", event -> event.item().description());
        stated.put("expires", ofLot(Lot::expires));
        stated.put("best_before", ofLot(Lot::bestBefore));
        stated.put("manufactured", ofLot(Lot::manufactured));
        stated.put("packed", ofLot(Lot::packed));
        stated.put("harvested", ofLot(Lot::harvested));
        stated.put("lot_source_gln", ofSource(LotSource::gln));
        stated.put("lot_source_name", ofSource(LotSource::name));
        stated.put("lot_source_reference", ofSource(LotSource::reference));
        return stated;
    }

    private static Function<LotEvent, String> ofLot(Function<Lot, String> part) {
        return event -> event.lot() == null ? "" : part.apply(event.lot());
    }

    private static Function<LotEvent, String> ofSource(Function<LotSource, String> part) {
        return event -> event.lot() == null || event.lot().source() == null
                ? ""
                : part.apply(event.lot().source());
    }
}
