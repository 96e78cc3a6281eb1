package io.lotwire.desk.answer;

import io.lotwire.x12.Contrl;
import io.lotwire.x12.EdifactWriter;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Written;

/**
 * A CONTRL, which tells of the whole interchange.
 *
 * @param interchange what it tells of
 */
record AnswerBySyntaxReport(InterchangeSummary interchange, String wire) implements Answer {
    @Override
    public String format() {
        return Contrl.ID;
    }

    @Override
    public InterchangeHeader to() {
        return interchange.header();
    }

    @Override
    public Written write(AnswerEnvelope envelope) {
        EdifactWriter writer = new EdifactWriter(envelope.interchange());
        Contrl.write(writer, interchange, "1");
        return writer.end();
    }
}
