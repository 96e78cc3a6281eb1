package io.lotwire.sample;

import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Source;
import io.lotwire.lot.json.LotEventJson;

/** Keeps lot events as JSON, a line each, without what changes though nothing of the sample did. */
final class MadeEvents implements LotEventWriter {
    private static final String SHA256 = "sha";
    private static final String VERSION = "version";

    private final StringBuilder lines = new StringBuilder();

    @Override
    public void write(LotEvent event) {
        Source source = event.source();
        lines.append(LotEventJson.line(event.withSource(new Source(
                        source.partner(),
                        source.document(),
                        source.version(),
                        source.interchange(),
                        source.group(),
                        source.transaction(),
                        SHA256,
                        source.segment(),
                        source.offset(),
                        source.length(),
                        withoutVersion(source.mapping())))))
                .append('\n');
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** A comment that is added to a mapping changes its version, but no sample. */
    static String withoutVersion(String text) {
        return text.replaceAll("([a-z0-9-]+/[a-z0-9/-]+)@[0-9a-f]{12}", "$1@" + VERSION);
    }

    String lines() {
        return lines.toString();
    }
}
