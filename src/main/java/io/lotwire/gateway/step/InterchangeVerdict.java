package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.InterchangeKey;
import io.lotwire.ledger.InterchangeSeen;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.ReadSet;
import io.lotwire.ledger.SeenInterchanges.Seen;
import io.lotwire.ledger.SetProgress;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Repeats;
import io.lotwire.problem.Problem;
import io.lotwire.wire.MessageIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** An interchange, and what it has come to so far, while its reading is written down. */
final class InterchangeVerdict {
    private static final Logger LOG = Logger.getLogger(InterchangeVerdict.class);

    private final FileVerdict file;
    private final InterchangeInFile read;
    private final Agreement agreement;
    private InterchangeSummary checked;
    private Optional<InterchangeSeen> seen = Optional.empty();

    /** @param agreement with its sender, who is known */
    InterchangeVerdict(FileVerdict file, InterchangeInFile read, Agreement agreement) {
        this.file = file;
        this.read = read;
        this.agreement = agreement;
        this.checked = read.summary();
        file.judgeBy(Rules.definition(partner()));
    }

    Profile partner() {
        return agreement.sender().orElseThrow();
    }

    /** True when it leaves no trace under its control number, so that its sender may mend it and send it under the same. */
    boolean isRejected() {
        return checked.verdict() == Verdict.REJECTED;
    }

    /** What it is known by when it comes again. */
    Seen key(String sha256, LedgerTransaction tx) {
        InterchangeHeader header = checked.header();
        return new Seen(
                file.row().id(),
                new InterchangeKey(
                        file.row().partner(),
                        header.senderQualifier(),
                        header.sender(),
                        header.receiverQualifier(),
                        header.receiver(),
                        header.controlNumber(),
                        header.usage()),
                sha256,
                tx.now().minus(partner().repeats().lookBack()));
    }

    /**
     * Judges it by whether it came before, and hears what its sender says in it of what we sent.
     *
     * @return its sets that are to be kept
     */
    List<ReadSet> judge(InterchangeSeen whether, LedgerTransaction tx) {
        seen = Optional.of(whether);
        if (whether instanceof InterchangeSeen.New fresh) {
            file.hasGood();
            InboundAnswers theirs =
                    new InboundAnswers(tx, partner(), checked.header().usage());
            List<ReadSet> sets = sets(theirs, fresh.interchangeId());
            theirs.hear(read);
            return sets;
        }
        if (whether instanceof InterchangeSeen.OtherContent other) {
            checked = duplicate("came before with other content (inbox " + other.inboxId()
                    + "): the first one stands; send this one under a new control number.");
        } else if (answeredBefore().isPresent()) {
            LOG.infof(
                    "Interchange %s came before (inbox %d): its sender hears the same again.",
                    checked.header().controlNumber(), answeredBefore().get());
            file.hasGood();
        } else if (whether instanceof InterchangeSeen.SameAgain same) {
            checked = duplicate("came before (inbox " + same.inboxId() + "): do not send an interchange twice.");
        }
        return List.of();
    }

    /** The inbox row that it came with before, where its sender is to hear the same again. */
    private Optional<Long> answeredBefore() {
        return seen.orElse(null) instanceof InterchangeSeen.SameAgain same
                        && partner().repeats().same() == Repeats.Same.ANSWER
                ? Optional.of(same.inboxId())
                : Optional.empty();
    }

    private InterchangeSummary duplicate(String what) {
        InterchangeHeader header = checked.header();
        boolean x12 = header.syntax() == Syntax.X12;
        return checked.with(
                file.row().fileName(),
                Fault.INTERCHANGE_DUPLICATE,
                x12 ? 13 : 5,
                (x12 ? "ISA13 " : "UNB05 ") + header.controlNumber() + " " + what);
    }

    private List<ReadSet> sets(InboundAnswers answers, long interchangeId) {
        List<ReadSet> sets = new ArrayList<>();
        int ordinal = read.setsBefore();
        for (GroupSummary group : checked.groups()) {
            boolean groupRejected = group.problems().stream().anyMatch(Problem::isError);
            for (SetSummary set : group.sets()) {
                ordinal++;
                if (group.header().acknowledges()) {
                    continue;
                }
                List<Problem> problems = new ArrayList<>(set.problems());
                SetProgress progress = progress(groupRejected ? Verdict.REJECTED : set.verdict(), problems);
                if (progress instanceof SetProgress.Accepted && agreement.isMessage(set)) {
                    List<Problem> toRead = answers.hearMessage(set, ordinal, read);
                    progress = toRead.isEmpty()
                            ? new SetProgress.Heard()
                            : new SetProgress.Parked(toRead(toRead.get(0)), Optional.empty());
                    problems.addAll(toRead);
                }
                sets.add(new ReadSet(
                        new ReadSet.Place(file.row().id(), ordinal),
                        interchangeId,
                        set.id(),
                        group.header().version(),
                        group.header().controlNumber(),
                        set.controlNumber(),
                        progress,
                        problems));
            }
        }
        return sets;
    }

    private static SetProgress progress(Verdict verdict, List<Problem> problems) {
        return switch (verdict) {
            case ACCEPTED -> new SetProgress.Accepted(false);
            case ACCEPTED_WITH_ERRORS, PARTLY_ACCEPTED -> new SetProgress.Accepted(true);
            case REJECTED ->
                new SetProgress.Rejected(new Cause(
                        CauseCode.NOT_USABLE,
                        problems.stream()
                                .filter(Problem::isError)
                                .findFirst()
                                .map(Problem::message)
                                .orElse("Its group is rejected.")));
        };
    }

    private static Cause toRead(Problem problem) {
        CauseCode code =
                problem.code() == MessageFault.TEXT_TO_READ ? CauseCode.TEXT_TO_READ : CauseCode.ADVICE_TO_READ;
        return new Cause(code, problem.message());
    }

    /**
     * Answers it as agreed.
     *
     * @return the answers that are due
     */
    List<NewDelivery> answer(LedgerTransaction tx, Archive archive) throws IOException {
        if (file.row().isMended()) {
            file.add(checked.problems());
            checked.groups().forEach(group -> file.add(group.problems()));
            return List.of();
        }
        if (answeredBefore().isPresent()) {
            tx.outbox().acknowledgeAgain(answeredBefore().get(), MessageIds::next);
            return List.of();
        }
        OutboundAnswers answers = new OutboundAnswers(
                tx, archive, agreement.answers(file.row().wire()).orElseThrow(), file.row());
        answers.acknowledge(checked);
        file.add(checked.problems());
        file.add(answers.unanswered());
        if (seen.isPresent()) {
            checked.groups().forEach(group -> file.add(group.problems()));
        }
        return answers.due();
    }
}
