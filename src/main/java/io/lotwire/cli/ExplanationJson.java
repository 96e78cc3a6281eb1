package io.lotwire.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The same for scripts: a JSON object in a line for each event, and one for each set with what was not mapped. */
final class ExplanationJson implements Explanation {
    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final PrintStream out;

    ExplanationJson(String file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /** Writes what an object holds. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    @Override
    public void event(LotEvent event, List<Taken> taken) {
        line(json -> {
            json.writeStringField("eventId", event.eventId());
            json.writeStringField("mapping", event.source().mapping());
            json.writeArrayFieldStart("fields");
            for (Taken each : taken) {
                json.writeStartObject();
                json.writeStringField("field", each.field());
                json.writeStringField("value", each.value());
                json.writeStringField("place", each.place());
                segment(each.segment(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void notMapped(TransactionSet set, List<NotMapped> places) {
        line(json -> {
            json.writeStringField("document", set.id());
            json.writeStringField("transaction", set.controlNumber());
            json.writeArrayFieldStart("notMapped");
            for (NotMapped each : places) {
                json.writeStartObject();
                json.writeStringField("place", each.place());
                json.writeStringField("value", each.value());
                json.writeNumberField("count", each.count());
                segment(each.first(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void segment(Segment segment, JsonGenerator json) throws IOException {
        json.writeNumberField("segment", segment.number());
        json.writeStringField("segmentId", segment.id());
        json.writeNumberField("offset", segment.offset());
        json.writeNumberField("length", segment.length());
        json.writeStringField("bytes", segment.toString());
    }

    private void line(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }
}
