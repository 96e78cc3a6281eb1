package io.lotwire.document;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Sscc;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lot events as one EPCIS 2.0 document in JSON-LD (GS1 EPCIS 2.0, 10). Goods in a logistic unit make an
 * AggregationEvent for the unit, loose goods an ObjectEvent, a unit in another unit an AggregationEvent of the two; the
 * action is OBSERVE, so dates of lots, which EPCIS allows as ILMD with ADD only, stand in {@code lotwire:statements}
 * with everything else that a lot event says and EPCIS does not. Goods that were not there ({@code short}) are told there
 * only: whoever adds up quantities must not find them.
 *
 * <p>EPCIS wants a full time with a zone, and a partner may say less. {@code lotwire:statedTime} and {@code
 * lotwire:timePrecision} are what the partner said. Where that is a date, {@code eventTime} is noon UTC of it, which is
 * the same date nearly everywhere; where it is a time without a zone, that time in UTC; where it is nothing, the time
 * that this document was made, and there is no {@code lotwire:statedTime}. {@code lotwire:eventTimeAssumes} says which of
 * these it is: {@code noon-utc}, {@code utc} or {@code time-of-this-document}; without it, {@code eventTime} was stated.
 */
public final class EpcisDocument implements LotEventWriter {
    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutputStream out;
    private final Instant created;
    private final List<LotEvent> events = new ArrayList<>();

    /**
     * Writes to a stream when closed, and closes it.
     *
     * @param created the moment that the document is made
     */
    public EpcisDocument(OutputStream out, Instant created) {
        this.out = out;
        this.created = created;
    }

    @Override
    public void write(LotEvent event) {
        events.add(event);
    }

    @Override
    public void close() throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("@context");
            json.writeString(CONTEXT);
            json.writeStartObject();
            json.writeStringField("lotwire", "urn:lotwire:");
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringField(
                    "id",
                    EpcisId.ofStatements(
                            "document", events.stream().map(LotEvent::eventId).toList()));
            json.writeStringField("type", "EPCISDocument");
            json.writeStringField("schemaVersion", "2.0");
            json.writeStringField("creationDate", created.toString());
            json.writeObjectFieldStart("epcisBody");
            json.writeArrayFieldStart("eventList");
            writeEvents(json);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeEvents(JsonGenerator json) throws IOException {
        EpcisEvent writer = new EpcisEvent(json, created);
        for (List<LotEvent> together : group()) {
            writer.write(together);
        }
        for (List<LotEvent> nested : groupByParent()) {
            writer.writeNesting(nested);
        }
    }

    /** Statements that one EPCIS event makes: of one set, at one time, between the same places, in one condition and unit. */
    private Collection<List<LotEvent>> group() {
        Map<List<Object>, List<LotEvent>> groups = new LinkedHashMap<>();
        for (LotEvent event : events) {
            Sscc sscc = event.unit() == null ? null : event.unit().sscc();
            groups.computeIfAbsent(EpcisEvent.sameness(event, sscc), key -> new ArrayList<>())
                    .add(event);
        }
        return groups.values();
    }

    /** The same for units that stand in one unit. */
    private Collection<List<LotEvent>> groupByParent() {
        Map<List<Object>, List<LotEvent>> parents = new LinkedHashMap<>();
        for (LotEvent event : events) {
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
