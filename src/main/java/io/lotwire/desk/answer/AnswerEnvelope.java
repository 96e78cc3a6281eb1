package io.lotwire.desk.answer;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Profile;
import java.time.Instant;

/**
 * The envelope of an answer.
 *
 * @param interchange ISA or UNB
 * @param sender GS02, {@code ""} in EDIFACT
 * @param receiver GS03, {@code ""} in EDIFACT
 * @param group GS06, 0 where there is no group
 */
public record AnswerEnvelope(Envelope interchange, String sender, String receiver, int group) {
    /**
     * The envelope from the gateway's owner to the partner who is answered, who both have an address for it.
     *
     * @param written when it is written
     * @param interchange ISA13 or UNB05
     * @param group GS06, 0 where the answer has no group
     */
    public static AnswerEnvelope between(
            Profile us, Profile partner, Answer answer, Instant written, int interchange, int group) {
        Correspondence between = new Correspondence(us.identity(), partner.identity(), answer.usage());
        if (answer.to().syntax() == Syntax.EDIFACT) {
            return new AnswerEnvelope(
                    between.edifact(Delimiters.EDIFACT, ReturnedEnvelope.syntaxFor(answer.to()), written, interchange),
                    "",
                    "",
                    group);
        }
        return new AnswerEnvelope(
                between.x12(Delimiters.USUAL, written, interchange),
                between.from().x12().application(),
                between.to().x12().application(),
                group);
    }
}
