package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;

/**
 * A TA1.
 *
 * @param ta1 what it says
 */
record AnswerToInterchange(InterchangeHeader to, InterchangeAcknowledgement ta1, String wire) implements Answer {
    @Override
    public String format() {
        return "TA1";
    }

    @Override
    public Written write(AnswerEnvelope envelope) {
        X12Writer writer = new X12Writer(envelope.interchange());
        Acknowledgements.writeInterchange(writer, ta1);
        return writer.end();
    }
}
