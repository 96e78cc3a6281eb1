package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.Contrl;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.write.EdifactWriter;
import io.lotwire.edi.write.Written;

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
