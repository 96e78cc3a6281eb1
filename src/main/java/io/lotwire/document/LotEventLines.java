package io.lotwire.document;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventText;
import java.io.IOException;
import java.io.OutputStream;

/** Lot events as they are: one JSON object a line. */
public final class LotEventLines implements LotEventWriter {
    private final TextStream out;
    private final LotEventText events;

    /** Writes to a stream. */
    public LotEventLines(OutputStream out) {
        this.out = new TextStream(out);
        this.events = new LotEventText(this.out.text());
    }

    @Override
    public void write(LotEvent event) throws IOException {
        events.write(event);
        out.text().append('\n');
        out.send();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
