package io.lotwire.document;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.json.LeanJson;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes an {@link EpcisDocument} as its events come. Statements that belong together make one EPCIS event; of a large document
 * only so many are kept to find those, and what comes later makes an event of its own, of the same time and places.
 */
final class EpcisWriting implements LotEventWriter {
    /** Statements that are grouped at once: more than a usual document has, and some 20 MB where each has its own words. */
    private static final int KEPT = 10_000;

    /** The most, where a pallet goes on. */
    private static final int MOST_KEPT = 2 * KEPT;

    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private final TextStream out;
    private final LeanJson json;
    private final EpcisEvent writer;
    private final List<LotEvent> kept = new ArrayList<>();

    /**
     * Begins a document.
     *
     * @param created the moment that the document is made
     * @param id that of {@link #id}
     */
    EpcisWriting(OutputStream out, Instant created, String id) {
        this.out = new TextStream(out);
        json = LeanJson.indented(this.out.text());
        writer = new EpcisEvent(json, created);
        json.beginItem();
        json.beginList("@context");
        json.item(CONTEXT);
        json.beginItem();
        json.text("lotwire", "urn:lotwire:");
        json.end();
        json.endList();
        json.text("id", id);
        json.text("type", "EPCISDocument");
        json.text("schemaVersion", "2.0");
        json.text("creationDate", created.toString());
        json.begin("epcisBody");
        json.beginList("eventList");
    }

    /** The id of a document that says this. */
    static String id(EventSource events) throws IOException {
        EpcisId.OfStatements id = new EpcisId.OfStatements("document");
        events.forEach(event -> id.add(event.eventId()));
        return id.made();
    }

    @Override
    public void write(LotEvent event) throws IOException {
        boolean full = kept.size() >= KEPT && !isOnThePalletOfTheLast(event);
        if (full || kept.size() >= MOST_KEPT) {
            writeKept();
        }
        kept.add(event);
    }

    @Override
    public void close() throws IOException {
        writeKept();
        json.endList();
        json.end();
        json.end();
        out.text().append('\n');
        out.flush();
    }

    private boolean isOnThePalletOfTheLast(LotEvent event) {
        Sscc pallet = pallet(event);
        return pallet != null && pallet.equals(pallet(kept.get(kept.size() - 1)));
    }

    private static Sscc pallet(LotEvent event) {
        return event.unit() == null ? null : event.unit().outermost();
    }

    private void writeKept() throws IOException {
        for (List<LotEvent> together : group()) {
            writer.write(together);
            out.send();
        }
        for (List<LotEvent> nested : groupByParent()) {
            writer.writeNesting(nested);
            out.send();
        }
        kept.clear();
    }

    /** Statements that one EPCIS event makes: of one set, at one time, between the same places, in one condition and unit. */
    private Collection<List<LotEvent>> group() {
        Map<List<Object>, List<LotEvent>> groups = new LinkedHashMap<>();
        List<Object> last = List.of();
        List<LotEvent> ofLast = List.of();
        for (LotEvent event : kept) {
            Sscc sscc = event.unit() == null ? null : event.unit().sscc();
            List<Object> sameness = EpcisEvent.sameness(event, sscc);
            if (!areSame(sameness, last)) {
                ofLast = groups.computeIfAbsent(sameness, key -> new ArrayList<>());
                last = sameness;
            }
            ofLast.add(event);
        }
        return groups.values();
    }

    /** Whether lists are equal: unlike theirs, this does not look into what is one and the same, as parties mostly are. */
    private static boolean areSame(List<Object> some, List<Object> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!Objects.equals(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same for units that stand in one unit. */
    private Collection<List<LotEvent>> groupByParent() {
        Map<List<Object>, List<LotEvent>> parents = new LinkedHashMap<>();
        for (LotEvent event : kept) {
            LogisticUnit unit = event.unit();
            boolean isThere = EpcisState.of(event).observed();
            if (isThere && unit != null && unit.sscc() != null && unit.parent() != null) {
                parents.computeIfAbsent(EpcisEvent.sameness(event, unit.parent()), key -> new ArrayList<>())
                        .add(event);
            }
        }
        return parents.values();
    }
}
