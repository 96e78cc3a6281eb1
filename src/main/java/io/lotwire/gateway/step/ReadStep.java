package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Desk;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.WholeFile;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.InterchangeKey;
import io.lotwire.ledger.InterchangeSeen;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.ReadSet;
import io.lotwire.ledger.SetProgress;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Repeats;
import io.lotwire.problem.Problem;
import io.lotwire.wire.Due;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.MessageIds;
import io.lotwire.wire.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/**
 * Tokenises and checks what came in, decides on each transaction set, and commits that with the acknowledgements that
 * say so. One bad set never holds the others.
 */
@Named("read")
@ApplicationScoped
public class ReadStep {
    private static final Logger LOG = Logger.getLogger(ReadStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;

    ReadStep(Ledger ledger, Archive archive, RulesInForce rules) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
    }

    /** Reads a row that was received; answers the acknowledgements that are due. A row that is further is left alone. */
    @Handler
    public List<Due> read(@Header(ExchangeNames.INBOX) long inboxId) throws IOException {
        Optional<InboxRow> row = ledger.inTransaction(tx -> tx.inbox().find(inboxId))
                .filter(found -> found.state() == InboxState.RECEIVED);
        if (row.isEmpty()) {
            return List.of();
        }
        try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
            return read(row.get());
        }
    }

    private List<Due> read(InboxRow row) throws IOException {
        Rules now = rules.now();
        Optional<Profile> partner = now.profiles().byName(row.partner());
        if (partner.isEmpty() || now.profiles().self().isEmpty()) {
            claimed(row, tx -> {
                String reason = "There is no working profile of '" + row.partner() + "' or of ourselves.";
                tx.inbox().park(row.id(), new Cause(CauseCode.PROFILE_MISSING, reason));
                return List.of();
            });
            return List.of();
        }
        Reception reception = new Desk(now, Measure.AGREEMENT)
                .receive(partner, row.fileName(), problem -> LOG.warn(problem.toString()));
        if (reception instanceof WholeFile whole) {
            return claimed(row, tx -> keepFile(tx, row, whole));
        }
        ReceivedInterchanges interchanges = (ReceivedInterchanges) reception;
        Optional<FileSummary> file = summary(row, interchanges);
        return file.isEmpty() ? List.of() : claimed(row, tx -> keep(tx, row, interchanges, file.get()));
    }

    /** Does the work in a transaction, unless somebody else has done it. */
    private List<Due> claimed(InboxRow row, KeptWork work) throws IOException {
        return ledger.<List<Due>, IOException>inTransaction(
                tx -> tx.inbox().claim(row.id(), InboxState.RECEIVED).isEmpty() ? List.of() : work.in(tx));
    }

    /** What is written down of a file, and the acknowledgements that are due for it. */
    private interface KeptWork {
        List<Due> in(LedgerTransaction tx) throws IOException;
    }

    /** A file that the parser itself fails on would fail again each time: it waits for a person instead. */
    private Optional<FileSummary> summary(InboxRow row, ReceivedInterchanges interchanges) throws IOException {
        try (InputStream bytes = archive.open(row.content().sha256())) {
            return Optional.of(interchanges.read(bytes));
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "Inbox %d cannot be read", row.id());
            String reason = "The reader failed on this file: " + RootCause.sentence(defect);
            claimed(row, tx -> {
                tx.inbox().park(row.id(), new Cause(CauseCode.READER_FAILED, reason));
                return List.of();
            });
            return Optional.empty();
        }
    }

    /**
     * Keeps a file that is a document as a whole: its mapping reads it, and nothing is acknowledged. It counts as an
     * interchange of one set, whose control number is the file's hash, so the same content again is recognised.
     */
    private static List<Due> keepFile(LedgerTransaction tx, InboxRow row, WholeFile whole) {
        tx.definitions()
                .judgedBy(row.id(), Rules.definition(whole.agreement().sender().orElseThrow()));
        String sha256 = row.content().sha256();
        String document = whole.inbound().document();
        InterchangeKey key = new InterchangeKey(row.partner(), "", document, "", "", sha256, "P");
        if (tx.interchanges().keep(row.id(), key, sha256, Instant.EPOCH) instanceof InterchangeSeen.New seen) {
            tx.sets()
                    .keep(new ReadSet(
                            row.id(),
                            seen.interchangeId(),
                            1,
                            document,
                            "",
                            "",
                            "",
                            new SetProgress.Accepted(false),
                            List.of()));
        }
        tx.inbox().read(row.id(), List.of());
        return List.of();
    }

    private List<Due> keep(LedgerTransaction tx, InboxRow row, ReceivedInterchanges interchanges, FileSummary file)
            throws IOException {
        List<Problem> problems = new ArrayList<>(file.problems());
        List<DueDelivery> due = new ArrayList<>();
        boolean anyGood = false;
        List<String> hashes = hashes(row, file);
        for (int i = 0; i < file.interchanges().size(); i++) {
            InterchangeInFile read = file.interchanges().get(i);
            InterchangeSummary checked = read.summary();
            Agreement agreement = interchanges.agreement(checked.header());
            Profile partner = agreement.sender().orElseThrow();
            OutboundAnswers answers = new OutboundAnswers(
                    tx, archive, agreement.answers(row.wire()).orElseThrow(), row);
            tx.definitions().judgedBy(row.id(), Rules.definition(partner));
            if (checked.verdict() == Verdict.REJECTED) {
                // It leaves no trace under its control number, so its sender may mend it and send it under the same.
                due.addAll(answers.acknowledge(checked));
                problems.addAll(checked.problems());
                problems.addAll(answers.unanswered());
                continue;
            }
            Repeats repeats = partner.repeats();
            InterchangeSeen seen = tx.interchanges()
                    .keep(
                            row.id(),
                            key(row, checked.header()),
                            hashes.get(i),
                            tx.now().minus(repeats.lookBack()));
            if (seen instanceof InterchangeSeen.SameAgain same && repeats.same() == Repeats.Same.ANSWER) {
                LOG.infof(
                        "Interchange %s came before (inbox %d): its sender hears the same again.",
                        checked.header().controlNumber(), same.inboxId());
                tx.outbox().acknowledgeAgain(same.inboxId(), MessageIds::next);
                anyGood = true;
                continue;
            }
            anyGood |= seen instanceof InterchangeSeen.New;
            if (seen instanceof InterchangeSeen.SameAgain same) {
                checked = duplicate(
                        checked, row, "came before (inbox " + same.inboxId() + "): do not send an interchange twice.");
            } else if (seen instanceof InterchangeSeen.OtherContent other) {
                checked = duplicate(
                        checked,
                        row,
                        "came before with other content (inbox " + other.inboxId()
                                + "): the first one stands; send this one under a new control number.");
            }
            due.addAll(answers.acknowledge(checked));
            problems.addAll(checked.problems());
            problems.addAll(answers.unanswered());
            checked.groups().forEach(group -> problems.addAll(group.problems()));
            if (seen instanceof InterchangeSeen.New) {
                InboundAnswers theirs =
                        new InboundAnswers(tx, partner, read.summary().header().usage());
                keepSets(tx, agreement, theirs, row, seen.interchangeId(), read, checked);
                theirs.hear(read);
            }
        }
        problems.forEach(problem -> LOG.warn(problem.toString()));
        if (anyGood) {
            tx.inbox().read(row.id(), problems);
        } else {
            tx.inbox().reject(row.id(), cause(problems), problems);
        }
        return due.stream().map(delivery -> Due.of(delivery, tx.now())).toList();
    }

    private static InterchangeSummary duplicate(InterchangeSummary interchange, InboxRow row, String what) {
        boolean x12 = interchange.header().syntax() == Syntax.X12;
        return interchange.with(
                row.fileName(),
                Fault.INTERCHANGE_DUPLICATE,
                x12 ? 13 : 5,
                (x12 ? "ISA13 " : "UNB05 ") + interchange.header().controlNumber() + " " + what);
    }

    private List<String> hashes(InboxRow row, FileSummary file) throws IOException {
        List<Long> starts = file.interchanges().stream()
                .map(read -> read.summary().header().segment().offset())
                .toList();
        try (InputStream bytes = archive.open(row.content().sha256())) {
            return InterchangeHashes.of(bytes, starts);
        }
    }

    private static void keepSets(
            LedgerTransaction tx,
            Agreement agreement,
            InboundAnswers answers,
            InboxRow row,
            long interchangeId,
            InterchangeInFile read,
            InterchangeSummary interchange) {
        int ordinal = read.setsBefore();
        for (GroupSummary group : interchange.groups()) {
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
                tx.sets()
                        .keep(new ReadSet(
                                row.id(),
                                interchangeId,
                                ordinal,
                                set.id(),
                                group.header().version(),
                                group.header().controlNumber(),
                                set.controlNumber(),
                                progress,
                                problems));
            }
        }
    }

    private static SetProgress progress(Verdict verdict, List<Problem> problems) {
        return switch (verdict) {
            case ACCEPTED -> new SetProgress.Accepted(false);
            case ACCEPTED_WITH_ERRORS, PARTLY_ACCEPTED -> new SetProgress.Accepted(true);
            case REJECTED ->
                new SetProgress.Rejected(new Cause(
                        CauseCode.NOT_USABLE,
                        firstError(problems).map(Problem::message).orElse("Its group is rejected.")));
        };
    }

    private static Cause toRead(Problem problem) {
        CauseCode code =
                problem.code() == MessageFault.TEXT_TO_READ ? CauseCode.TEXT_TO_READ : CauseCode.ADVICE_TO_READ;
        return new Cause(code, problem.message());
    }

    private static InterchangeKey key(InboxRow row, InterchangeHeader header) {
        return new InterchangeKey(
                row.partner(),
                header.senderQualifier(),
                header.sender(),
                header.receiverQualifier(),
                header.receiver(),
                header.controlNumber(),
                header.usage());
    }

    private static Cause cause(List<Problem> problems) {
        Optional<Problem> first = firstError(problems);
        boolean cameBefore = first.filter(error -> error.code() == Fault.INTERCHANGE_DUPLICATE)
                .isPresent();
        return new Cause(
                cameBefore ? CauseCode.CAME_BEFORE : CauseCode.NOT_USABLE,
                first.map(Problem::message).orElse("There is nothing in it that can be used."));
    }

    private static Optional<Problem> firstError(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).findFirst();
    }
}
