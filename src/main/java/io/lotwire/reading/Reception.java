package io.lotwire.reading;

import io.lotwire.answering.AgreedAnswers;
import io.lotwire.answering.AgreementCheck;
import io.lotwire.answering.Answer;
import io.lotwire.answering.AnswerEnvelope;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.FileSummary;
import io.lotwire.x12.FileSummary.InterchangeInFile;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Written;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Answers a file by the agreements with its senders.
 *
 * @param now when the answers are written
 * @param us the gateway's owner; nobody answers where there is none
 * @param senders finds the sender of an interchange
 */
record Reception(Instant now, Optional<Profile> us, Function<InterchangeHeader, Optional<Profile>> senders) {

    /** Reads the file and translates its transaction sets. */
    interface Reading {
        FileSummary read(UnaryOperator<InterchangeSummary> judgement, Taker taker) throws IOException;
    }

    /** Is told what came of each transaction set that was translated. */
    interface Taker {
        void take(TransactionSet set, int position, Translator.Outcome made);
    }

    Heard receive(Input file, Consumer<Problem> problems, Reading reading) throws IOException {
        if (us.isEmpty()) {
            problems.accept(Problem.error(
                    PartnerFault.SELF_NOT_ONE,
                    Place.inFile(file.name()),
                    "No profile says 'self: true': write one for the gateway's owner, in whose name it is answered."));
        }
        List<byte[]> acknowledgements = new ArrayList<>();
        List<byte[]> advice = new ArrayList<>();
        FileSummary summary =
                reading.read(interchange -> check(interchange, file), (set, position, made) -> agreed(set.interchange())
                        .flatMap(agreed -> agreed.about(
                                set, position, made.documentNumber(), made.problems(), Integer.toString(position)))
                        .ifPresent(answer -> write(answer, advice)));
        for (InterchangeInFile interchange : summary.interchanges()) {
            InterchangeHeader header = interchange.summary().header();
            Optional<AgreedAnswers> agreed = agreed(header);
            if (agreed.isPresent()) {
                agreed.get().to(interchange.summary()).forEach(answer -> write(answer, acknowledgements));
            } else if (us.isPresent()) {
                problems.accept(unknown(header, file));
            }
        }
        return new Heard(acknowledgements, advice);
    }

    private InterchangeSummary check(InterchangeSummary interchange, Input file) {
        return agreed(interchange.header())
                .map(agreed -> new AgreementCheck(agreed.partner(), agreed.us(), file.name()).check(interchange))
                .orElse(interchange);
    }

    private Optional<AgreedAnswers> agreed(InterchangeHeader header) {
        return us.flatMap(owner -> senders.apply(header).map(sender -> new AgreedAnswers(owner, sender, "")));
    }

    private void write(Answer answer, List<byte[]> to) {
        AgreedAnswers agreed = agreed(answer.to()).orElseThrow();
        Written written = answer.write(
                AnswerEnvelope.between(agreed.us(), agreed.partner(), answer, now, 1, answer.hasGroup() ? 1 : 0));
        // Only addresses of the profiles could be at fault, and they are checked when they are read.
        if (written instanceof Written.Interchange interchange) {
            to.add(interchange.bytes());
        }
    }

    private static Problem unknown(InterchangeHeader header, Input file) {
        return Problem.error(
                PartnerFault.PROFILE_UNKNOWN,
                Place.inFile(file.name()),
                "No profile has the address " + header.senderQualifier() + " " + header.sender() + " that interchange "
                        + header.controlNumber() + " comes from: write one, or name the sender ('--partner').");
    }
}
