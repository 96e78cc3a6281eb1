package io.lotwire.compliance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.LotEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A check for programs: one JSON object, written as what is missing is found. */
public final class CheckJson implements CheckReport {
    private final JsonGenerator json;

    /**
     * Begins it.
     *
     * @param out is closed with it
     * @param enforcement from when the rule is enforced, in words
     */
    public CheckJson(OutputStream out, String enforcement) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeStringField("enforcement", enforcement);
        json.writeArrayFieldStart("missing");
    }

    @Override
    public void missing(Statement statement, MissingElement missing, Optional<Waiver> waiver) throws IOException {
        LotEvent event = statement.event();
        json.writeStartObject();
        json.writeStringField("trackingEvent", statement.kind().word());
        json.writeStringField("element", missing.element().name());
        json.writeStringField("words", missing.element().words());
        json.writeStringField("paragraph", missing.element().paragraph());
        json.writeArrayFieldStart("facts");
        for (Fact fact : missing.facts()) {
            json.writeString(fact.word());
        }
        json.writeEndArray();
        field("note", missing.note());
        field("lot", event.lot() == null ? "" : event.lot().code());
        field("gtin", event.item().gtin() == null ? "" : event.item().gtin().digits());
        json.writeStringField("event", event.eventId());
        json.writeStringField("partner", event.source().partner());
        json.writeStringField("document", event.source().document());
        field("documentNumber", statement.documentNumber());
        json.writeStringField("sha256", event.source().sha256());
        json.writeNumberField("segment", event.source().segment());
        json.writeNumberField("offset", event.source().offset());
        if (waiver.isPresent()) {
            json.writeNumberField("waiver", waiver.get().id());
        }
        json.writeEndObject();
    }

    private void field(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public void scores(List<Check.Score> scores) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("scores");
        for (Check.Score score : scores) {
            json.writeStartObject();
            json.writeStringField("partner", score.partner());
            json.writeStringField("document", score.document());
            json.writeNumberField("percent", score.percent());
            json.writeNumberField("events", score.events());
            json.writeNumberField("wanted", score.wanted());
            json.writeNumberField("missing", score.missing());
            json.writeNumberField("waived", score.waived());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
