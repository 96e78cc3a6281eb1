package io.lotwire.desk.offline;

import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.answer.AgreedAnswers;
import io.lotwire.desk.answer.Answer;
import io.lotwire.desk.answer.AnswerEnvelope;
import io.lotwire.desk.answer.Doubts;
import io.lotwire.desk.answer.Unanswered;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.Written;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what the senders of a file hear, each answer with control number 1. */
final class Answering {
    private final Input file;
    private final ReceivedInterchanges interchanges;
    private final Instant now;
    private final Consumer<Problem> problems;
    private final List<byte[]> acknowledgements = new ArrayList<>();
    private final List<byte[]> advice = new ArrayList<>();

    Answering(Input file, ReceivedInterchanges interchanges, Instant now, Consumer<Problem> problems) {
        this.file = file;
        this.interchanges = interchanges;
        this.now = now;
        this.problems = problems;
    }

    /** Tells it when there is nobody in whose name it is answered. */
    void requireUs(Profiles profiles) {
        if (profiles.self().isEmpty()) {
            problems.accept(Problem.error(
                    PartnerFault.SELF_NOT_ONE,
                    Place.inFile(file.name()),
                    "No profile says 'self: true': write one for the gateway's owner, in whose name it is answered."));
        }
    }

    /** What is to be told of a transaction set's doubts; empty where nothing is agreed about them. */
    Optional<Doubts> doubtsOf(TransactionSet set) {
        return agreed(set.interchange()).flatMap(agreed -> agreed.doubtsOf(set));
    }

    /** Tells what is wrong with a transaction set as business, or doubtful about it, where that is agreed. */
    void advise(TransactionSet set, int position, Outcome made, Optional<Doubts> doubts) {
        String number = Integer.toString(position);
        boolean refused = made.problems().stream().anyMatch(Problem::isError);
        agreed(set.interchange())
                .flatMap(agreed -> refused
                        ? agreed.about(set, position, made.documentNumber(), made.problems(), number)
                        : doubts.flatMap(each -> agreed.about(set, position, made.documentNumber(), each, number)))
                .ifPresent(answer -> write(answer, advice));
    }

    /** All that is heard, once the file is read to its end. */
    Heard heard(FileSummary summary) {
        for (InterchangeInFile interchange : summary.interchanges()) {
            InterchangeHeader header = interchange.summary().header();
            Optional<AgreedAnswers> agreed = agreed(header);
            if (agreed.isPresent() && !agreed.get().arePossible(header)) {
                problems.accept(Unanswered.withoutAddress(
                        file.name(), header, agreed.get().partner().name()));
            } else if (agreed.isPresent()) {
                agreed.get().to(interchange.summary()).forEach(answer -> write(answer, acknowledgements));
            } else if (interchanges.agreement(header).us().isPresent()) {
                problems.accept(unknown(header));
            }
        }
        return new Heard(acknowledgements, advice);
    }

    private Optional<AgreedAnswers> agreed(InterchangeHeader header) {
        return interchanges.agreement(header).answers("");
    }

    private void write(Answer answer, List<byte[]> to) {
        AgreedAnswers agreed = agreed(answer.to()).orElseThrow();
        Written written = answer.write(
                AnswerEnvelope.between(agreed.us(), agreed.partner(), answer, now, 1, answer.hasGroup() ? 1 : 0));
        if (written instanceof Written.Interchange interchange) {
            to.add(interchange.bytes());
        } else if (written instanceof Written.Refused refused) {
            problems.accept(Unanswered.notWritten(file.name(), answer.to(), answer.format(), refused));
        }
    }

    private Problem unknown(InterchangeHeader header) {
        return Problem.error(
                PartnerFault.PROFILE_UNKNOWN,
                Place.inFile(file.name()),
                "No profile has the address " + header.senderQualifier() + " " + header.sender() + " that interchange "
                        + header.controlNumber() + " comes from: write one, or name the sender ('--partner').");
    }
}
