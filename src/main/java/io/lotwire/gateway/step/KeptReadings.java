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
import io.lotwire.ledger.Definition;
import io.lotwire.ledger.FileOutcome;
import io.lotwire.ledger.InboxProgress;
import io.lotwire.ledger.InboxRow;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Writes down what readings found: interchanges and their transaction sets, what partners say of what we sent, and what
 * their senders hear. In one transaction, for many files at once.
 */
final class KeptReadings {
    private static final Logger LOG = Logger.getLogger(KeptReadings.class);

    /** So many sets go into one statement. */
    private static final int SETS_AT_ONCE = 1000;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final List<FileState> files = new ArrayList<>();
    private final List<InterchangeState> interchanges = new ArrayList<>();
    private final Map<ReadSet.Place, Long> accepted = new HashMap<>();

    KeptReadings(LedgerTransaction tx, Archive archive) {
        this.tx = tx;
        this.archive = archive;
    }

    /** What a file has come to so far. */
    private static final class FileState {
        private final InboxRow row;
        private final List<Problem> problems = new ArrayList<>();
        private Optional<Definition> judgedBy = Optional.empty();
        private Optional<Cause> parked = Optional.empty();
        private boolean anyGood;

        FileState(InboxRow row) {
            this.row = row;
        }
    }

    /** An interchange, and what it has come to so far. */
    private static final class InterchangeState {
        private final FileState file;
        private final InterchangeInFile read;
        private final Agreement agreement;
        private InterchangeSummary checked;
        private Optional<InterchangeSeen> seen = Optional.empty();

        InterchangeState(FileState file, InterchangeInFile read, Agreement agreement) {
            this.file = file;
            this.read = read;
            this.agreement = agreement;
            this.checked = read.summary();
        }

        Profile partner() {
            return agreement.sender().orElseThrow();
        }
    }

    /** Keeps the interchanges and their sets; hears what partners say in them. */
    void keep(List<FileReading> readings) {
        List<Seen> toKeep = new ArrayList<>();
        List<InterchangeState> kept = new ArrayList<>();
        List<ReadSet> sets = new ArrayList<>();
        List<FileReading.Whole> whole = new ArrayList<>();
        for (FileReading reading : readings) {
            FileState file = new FileState(reading.row());
            files.add(file);
            if (reading instanceof FileReading.NotRead notRead) {
                file.parked = Optional.of(notRead.cause());
            } else if (reading instanceof FileReading.Whole each) {
                file.judgedBy = each.file().agreement().sender().map(Rules::definition);
                file.anyGood = true;
                whole.add(each);
            } else if (reading instanceof FileReading.OfInterchanges read) {
                begin(file, read, toKeep, kept);
            }
        }
        tx.definitions()
                .keep(files.stream().flatMap(file -> file.judgedBy.stream()).toList());
        keepWhole(whole, sets);
        List<InterchangeSeen> seen = tx.interchanges().keep(toKeep);
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i).seen = Optional.of(seen.get(i));
            judge(kept.get(i), sets);
        }
        for (int from = 0; from < sets.size(); from += SETS_AT_ONCE) {
            keepSets(sets.subList(from, Math.min(sets.size(), from + SETS_AT_ONCE)));
        }
    }

    private void begin(
            FileState file, FileReading.OfInterchanges read, List<Seen> toKeep, List<InterchangeState> kept) {
        file.problems.addAll(read.summary().problems());
        for (int i = 0; i < read.summary().interchanges().size(); i++) {
            InterchangeInFile inFile = read.summary().interchanges().get(i);
            InterchangeHeader header = inFile.summary().header();
            InterchangeState interchange =
                    new InterchangeState(file, inFile, read.received().agreement(header));
            interchanges.add(interchange);
            file.judgedBy = Optional.of(Rules.definition(interchange.partner()));
            // One that is rejected leaves no trace under its control number, so its sender may mend it and send it
            // under
            // the same.
            if (interchange.checked.verdict() != Verdict.REJECTED) {
                Instant takenSince =
                        tx.now().minus(interchange.partner().repeats().lookBack());
                toKeep.add(new Seen(
                        file.row.id(), key(file.row, header), read.hashes().get(i), takenSince));
                kept.add(interchange);
            }
        }
    }

    /**
     * Keeps files that are documents as a whole: nothing is acknowledged. Each counts as an interchange of one set, whose
     * control number is the file's hash, so the same content again is recognised.
     */
    private void keepWhole(List<FileReading.Whole> files, List<ReadSet> sets) {
        List<Seen> toKeep = files.stream()
                .map(file -> {
                    String sha256 = file.row().content().sha256();
                    String document = file.file().inbound().document();
                    return new Seen(
                            file.row().id(),
                            new InterchangeKey(file.row().partner(), "", document, "", "", sha256, "P"),
                            sha256,
                            Instant.EPOCH);
                })
                .toList();
        List<InterchangeSeen> seen = tx.interchanges().keep(toKeep);
        for (int i = 0; i < files.size(); i++) {
            if (seen.get(i) instanceof InterchangeSeen.New fresh) {
                sets.add(new ReadSet(
                        new ReadSet.Place(files.get(i).row().id(), 1),
                        fresh.interchangeId(),
                        files.get(i).file().inbound().document(),
                        "",
                        "",
                        "",
                        new SetProgress.Accepted(false),
                        List.of()));
            }
        }
    }

    private void judge(InterchangeState interchange, List<ReadSet> sets) {
        InterchangeSeen seen = interchange.seen.orElseThrow();
        if (seen instanceof InterchangeSeen.New fresh) {
            interchange.file.anyGood = true;
            InboundAnswers theirs = new InboundAnswers(
                    tx, interchange.partner(), interchange.checked.header().usage());
            sets.addAll(sets(interchange, theirs, fresh.interchangeId()));
            theirs.hear(interchange.read);
        } else if (seen instanceof InterchangeSeen.SameAgain same) {
            if (interchange.partner().repeats().same() == Repeats.Same.ANSWER) {
                LOG.infof(
                        "Interchange %s came before (inbox %d): its sender hears the same again.",
                        interchange.checked.header().controlNumber(), same.inboxId());
                interchange.file.anyGood = true;
            } else {
                interchange.checked = duplicate(
                        interchange, "came before (inbox " + same.inboxId() + "): do not send an interchange twice.");
            }
        } else if (seen instanceof InterchangeSeen.OtherContent other) {
            interchange.checked = duplicate(
                    interchange,
                    "came before with other content (inbox " + other.inboxId()
                            + "): the first one stands; send this one under a new control number.");
        }
    }

    private static InterchangeSummary duplicate(InterchangeState interchange, String what) {
        InterchangeHeader header = interchange.checked.header();
        boolean x12 = header.syntax() == Syntax.X12;
        return interchange.checked.with(
                interchange.file.row.fileName(),
                Fault.INTERCHANGE_DUPLICATE,
                x12 ? 13 : 5,
                (x12 ? "ISA13 " : "UNB05 ") + header.controlNumber() + " " + what);
    }

    private static List<ReadSet> sets(InterchangeState interchange, InboundAnswers answers, long interchangeId) {
        List<ReadSet> sets = new ArrayList<>();
        int ordinal = interchange.read.setsBefore();
        for (GroupSummary group : interchange.checked.groups()) {
            boolean groupRejected = group.problems().stream().anyMatch(Problem::isError);
            for (SetSummary set : group.sets()) {
                ordinal++;
                if (group.header().acknowledges()) {
                    continue;
                }
                List<Problem> problems = new ArrayList<>(set.problems());
                SetProgress progress = progress(groupRejected ? Verdict.REJECTED : set.verdict(), problems);
                if (progress instanceof SetProgress.Accepted && interchange.agreement.isMessage(set)) {
                    List<Problem> toRead = answers.hearMessage(set, ordinal, interchange.read);
                    progress = toRead.isEmpty()
                            ? new SetProgress.Heard()
                            : new SetProgress.Parked(toRead(toRead.get(0)), Optional.empty());
                    problems.addAll(toRead);
                }
                sets.add(new ReadSet(
                        new ReadSet.Place(interchange.file.row.id(), ordinal),
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

    private void keepSets(List<ReadSet> sets) {
        List<Long> ids = tx.sets().keep(sets);
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).progress() instanceof SetProgress.Accepted) {
                accepted.put(sets.get(i).place(), ids.get(i));
            }
        }
    }

    /** Whether this file is among them. */
    boolean has(long inboxId) {
        return files.stream().anyMatch(file -> file.row.id() == inboxId);
    }

    /** The numbers of the sets that were kept and accepted. */
    Map<ReadSet.Place, Long> accepted() {
        return accepted;
    }

    /**
     * Answers the interchanges as agreed, those of one partner after those of another. To be done late: from here on others
     * who want control numbers for these partners wait for the commit.
     */
    List<NewDelivery> answer() throws IOException {
        List<NewDelivery> due = new ArrayList<>();
        List<InterchangeState> byPartner = interchanges.stream()
                .sorted(Comparator.comparing(
                        interchange -> interchange.partner().name()))
                .toList();
        for (InterchangeState interchange : byPartner) {
            FileState file = interchange.file;
            if (interchange.seen.orElse(null) instanceof InterchangeSeen.SameAgain same
                    && interchange.partner().repeats().same() == Repeats.Same.ANSWER) {
                tx.outbox().acknowledgeAgain(same.inboxId(), MessageIds::next);
                continue;
            }
            OutboundAnswers answers = new OutboundAnswers(
                    tx, archive, interchange.agreement.answers(file.row.wire()).orElseThrow(), file.row);
            answers.acknowledge(interchange.checked);
            due.addAll(answers.due());
            file.problems.addAll(interchange.checked.problems());
            file.problems.addAll(answers.unanswered());
            if (interchange.seen.isPresent()) {
                interchange.checked.groups().forEach(group -> file.problems.addAll(group.problems()));
            }
        }
        return due;
    }

    /**
     * What became of the files, once all is answered.
     *
     * @param more tells of which there are documents still to be translated in another transaction
     */
    List<FileOutcome> outcomes(Predicate<InboxRow> more) {
        return files.stream().map(file -> outcome(file, more.test(file.row))).toList();
    }

    private static FileOutcome outcome(FileState file, boolean more) {
        file.problems.forEach(problem -> LOG.warn(problem.toString()));
        InboxProgress progress;
        if (file.parked.isPresent()) {
            progress = new InboxProgress.Parked(file.parked.get());
        } else if (!file.anyGood) {
            progress = new InboxProgress.Rejected(cause(file.problems));
        } else {
            progress = more ? new InboxProgress.Read() : new InboxProgress.Translated();
        }
        return new FileOutcome(file.row.id(), progress, file.problems, file.judgedBy);
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
