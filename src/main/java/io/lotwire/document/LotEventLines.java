package io.lotwire.document;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.io.IOException;
import java.io.OutputStream;

/** Lot events as they are: one JSON object a line. */
public final class LotEventLines implements LotEventWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    /** Writes to a stream. */
    public LotEventLines(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void write(LotEvent event) throws IOException {
        LotEventJson.write(event, json);
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
