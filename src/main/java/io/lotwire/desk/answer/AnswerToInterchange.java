package io.lotwire.desk.answer;

import io.lotwire.x12.Acknowledgements;
import io.lotwire.x12.InterchangeAcknowledgement;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Writer;

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
