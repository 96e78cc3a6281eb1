package io.lotwire.desk.offline;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Desk;
import io.lotwire.desk.Handling;
import io.lotwire.desk.Measure;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.Rulebook;
import io.lotwire.desk.WholeFile;
import io.lotwire.desk.answer.AnswersOfKind;
import io.lotwire.desk.answer.Doubts;
import io.lotwire.desk.answer.Unanswered;
import io.lotwire.digest.Sha256;
import io.lotwire.document.LotEventWriter;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files read without a server: their lot events, their problems, and what their senders hear. What is done with each is decided by
 * the {@link Desk}, as in the gateway, which only adds what it remembers: control numbers, and what came before.
 *
 * <p>Bad input is told as problems, in the order of the file, and does not stop the good input beside it.
 */
public final class OfflineDesk {
    private final Rulebook rules;
    private final Clock clock;
    private final boolean despiteErrors;

    /**
     * @param rules profiles and mappings
     * @param clock tells when answers are written
     */
    public OfflineDesk(Rulebook rules, Clock clock) {
        this(rules, clock, false);
    }

    private OfflineDesk(Rulebook rules, Clock clock, boolean despiteErrors) {
        this.rules = rules;
        this.clock = clock;
        this.despiteErrors = despiteErrors;
    }

    /**
     * The same, for who looks into guides and samples whose counts are wrong: it gives and explains the events of rejected transaction
     * sets too, each with an issue that says why its document is rejected. What it answers stays the same.
     */
    public OfflineDesk despiteErrors() {
        return new OfflineDesk(rules, clock, true);
    }

    /**
     * Makes lot events of the documents that are not rejected.
     *
     * @param sender whose rules hold; empty to find the sender by the interchange's own ids
     * @throws IOException when the file cannot be read, or the events cannot be written
     */
    public void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        Reception reception = receive(Measure.DOCUMENT, file, sender, problems);
        if (reception instanceof WholeFile whole) {
            translate(whole, file, events, problems);
        } else if (reception instanceof ReceivedInterchanges interchanges) {
            eachSet(
                    interchanges,
                    file,
                    despiteErrors,
                    problems,
                    (set, position, by, bytes, rejectedFor) -> despiteErrors
                            ? Shown.translate(set, by, bytes, rejectedFor, to(events))
                            : by.translate(set, bytes, to(events)));
        }
    }

    /**
     * Checks what {@link #translate} checks.
     *
     * @throws IOException when the file cannot be read
     */
    public void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        translate(file, sender, new Unwritten(), problems);
    }

    /**
     * Tells how the events of {@link #translate} are made. Where the values of a Smooks configuration were taken, Smooks does not
     * tell: of such files only the problems are said.
     *
     * @throws IOException when the file cannot be read
     */
    public void explain(Input file, Optional<Profile> sender, Explanation explanation, Consumer<Problem> problems)
            throws IOException {
        Reception reception = receive(Measure.DOCUMENT, file, sender, problems);
        if (reception instanceof WholeFile whole) {
            translate(whole, file, new Unwritten(), problems);
        } else if (reception instanceof ReceivedInterchanges interchanges) {
            eachSet(
                    interchanges,
                    file,
                    despiteErrors,
                    problems,
                    (set, position, by, bytes, rejectedFor) ->
                            (despiteErrors ? by.despiteErrors() : by).explain(set, bytes, explanation));
        }
    }

    /**
     * What the gateway makes of a file, but for what it remembers of earlier ones: lot events of the documents that are as agreed
     * with the sender, and the answers. Events of a test are told too, though the gateway keeps none.
     *
     * @throws IOException when the file cannot be read, or the events cannot be written
     */
    public Heard answer(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        Reception reception = receive(Measure.AGREEMENT, file, sender, problems);
        if (reception instanceof ReceivedInterchanges interchanges) {
            Answering answering = new Answering(file, interchanges, clock.instant(), problems);
            answering.requireUs(rules.profiles());
            FileSummary summary = eachSet(interchanges, file, false, problems, (set, position, by, bytes, none) -> {
                Optional<Doubts> doubts = answering.doubtsOf(set);
                Consumer<LotEvent> written = to(events);
                Outcome made = by.translate(set, bytes, event -> {
                    doubts.ifPresent(each -> each.add(event));
                    written.accept(event);
                });
                doubts.ifPresent(each -> each.add(made.problems()));
                answering.advise(set, position, made, doubts);
                return made;
            });
            return answering.heard(summary);
        }
        translate((WholeFile) reception, file, events, problems);
        return Heard.NOTHING;
    }

    /**
     * What the sender hears of a file: the answers of {@link #answer(Input, Optional, LotEventWriter, Consumer)}.
     *
     * @throws IOException when the file cannot be read
     */
    public Heard answer(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        return answer(file, sender, new Unwritten(), problems);
    }

    /**
     * An acknowledgement of one kind, agreed or not: interchanges in X12 or EDIFACT, empty when none is due, which is then told. Only
     * interchanges are acknowledged.
     *
     * @throws IOException when the file cannot be read
     */
    public byte[] acknowledge(
            Input file, Optional<Profile> sender, AcknowledgementWord kind, Consumer<Problem> problems)
            throws IOException {
        Reception reception = receive(Measure.DOCUMENT, file, sender, problems);
        ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
        if (reception instanceof WholeFile whole) {
            translate(whole, file, new Unwritten(), problems);
        } else if (reception instanceof ReceivedInterchanges interchanges) {
            FileSummary summary;
            try (InputStream bytes = file.open()) {
                summary = interchanges.read(bytes);
            }
            summary.allProblems().forEach(problems);
            for (InterchangeInFile each : summary.interchanges()) {
                AnswersOfKind answers = new AnswersOfKind(
                        each.summary(),
                        interchanges.agreement(each.summary().header()).sender());
                acknowledge(file, answers, kind, problems, acknowledgements);
            }
        }
        return acknowledgements.toByteArray();
    }

    private void acknowledge(
            Input file,
            AnswersOfKind answers,
            AcknowledgementWord kind,
            Consumer<Problem> problems,
            ByteArrayOutputStream acknowledgements) {
        InterchangeHeader to = answers.interchange().header();
        List<Written> due = kind.of(answers, LocalDateTime.now(clock));
        if (due.isEmpty()) {
            problems.accept(Unanswered.notDue(file.name(), to, kind.word(), answers.whyNone(kind.word())));
        }
        for (Written each : due) {
            if (each instanceof Written.Interchange interchange) {
                acknowledgements.writeBytes(interchange.bytes());
            } else if (each instanceof Written.Refused refused) {
                problems.accept(Unanswered.notWritten(file.name(), to, kind.word(), refused));
            }
        }
    }

    private Reception receive(Measure measure, Input file, Optional<Profile> sender, Consumer<Problem> problems) {
        return new Desk(rules, measure).receive(sender, file.name(), problems);
    }

    private void translate(WholeFile whole, Input file, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        Handling handling = whole.handling();
        try {
            // Why there is no mapping is told when it is asked for.
            if (handling instanceof Handling.ByFileMapping by) {
                by.translate(file::open, received(file), to(events)).problems().forEach(problems);
            } else if (handling instanceof Handling.ByCapture by) {
                by.translate(file::open, received(file), clock.instant(), to(events))
                        .problems()
                        .forEach(problems);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ReceivedBytes received(Input file) throws IOException {
        try (InputStream bytes = file.open()) {
            return new ReceivedBytes(file.name(), Sha256.hex(bytes));
        }
    }

    /** What is done with a set and its mapping, and why the set is rejected: for nothing, but where rejected ones are wanted. */
    private interface Work {
        Outcome with(
                TransactionSet set, int position, Handling.ByMapping by, ReceivedBytes file, List<Problem> rejectedFor);
    }

    /** The file's interchanges, once it is read to its end and the work is done with each set that gives lot events. */
    private static FileSummary eachSet(
            ReceivedInterchanges interchanges, Input file, boolean rejectedToo, Consumer<Problem> problems, Work work)
            throws IOException {
        MessageDigest sha256 = Sha256.digest();
        FileSummary summary;
        try (InputStream bytes = Sha256.reading(file.open(), sha256)) {
            summary = interchanges.read(bytes);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        summary.allProblems().forEach(problems);
        BitSet wanted = summary.acceptedSets();
        Map<Integer, List<Problem>> rejected = rejectedToo ? summary.rejectedSets() : Map.of();
        rejected.keySet().forEach(wanted::set);
        if (!wanted.isEmpty()) {
            ReceivedBytes received = new ReceivedBytes(file.name(), Sha256.hex(sha256));
            try (InputStream bytes = file.open()) {
                interchanges.sets(
                        bytes,
                        wanted::get,
                        (set, position, agreement) -> one(
                                set,
                                position,
                                agreement,
                                received,
                                rejected.getOrDefault(position, List.of()),
                                problems,
                                work));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return summary;
    }

    private static void one(
            TransactionSet set,
            int position,
            Agreement agreement,
            ReceivedBytes file,
            List<Problem> rejectedFor,
            Consumer<Problem> problems,
            Work work) {
        if (set.group().acknowledges() || agreement.isMessage(set.summary())) {
            return;
        }
        Handling handling = agreement.ofSet(set.syntax(), set.id());
        if (handling instanceof Handling.Unmapped unmapped) {
            problems.accept(unmapped.at(set.summary().place()));
        } else if (handling instanceof Handling.WithoutLots without) {
            problems.accept(without.at(set.summary().place()));
        } else if (handling instanceof Handling.ByMapping by) {
            work.with(set, position, by, file, rejectedFor).problems().forEach(problems);
        }
    }

    private static Consumer<LotEvent> to(LotEventWriter events) {
        return event -> {
            try {
                events.write(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
