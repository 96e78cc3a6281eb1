package io.lotwire.registry.exporting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.Listed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Records as JSON, an object a line; what is not known is left out. */
final class JsonRecordWriter implements RecordWriter {
    private final JsonGenerator json;

    JsonRecordWriter(OutputStream out) throws IOException {
        json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    @Override
    public void write(KnownRecord record) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", record.kind().word());
        for (Fact fact : record.kind().facts()) {
            String kept = record.facts().get(fact);
            if (kept != null) {
                write(fact, kept);
            }
        }
        if (!record.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> each : new TreeMap<>(record.attributes()).entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(Fact fact, String kept) throws IOException {
        if (fact.type().isList()) {
            json.writeArrayFieldStart(fact.jsonName());
            for (String entry : Listed.ofJson(kept)) {
                json.writeString(entry);
            }
            json.writeEndArray();
        } else {
            json.writeStringField(fact.jsonName(), fact.type().written(kept));
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
