package io.lotwire.edi;

import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.acknowledgement.Contrl;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.EdifactWriter;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the reader finds in one file, in the order in which it is handed over. */
public final class Reception implements InterchangeHandler {
    public final List<TransactionSet> sets = new ArrayList<>();
    public final List<InterchangeSummary> interchanges = new ArrayList<>();
    public final List<Problem> problems = new ArrayList<>();

    public static Reception of(byte[] bytes) {
        return of(bytes, Limits.USUAL);
    }

    public static Reception of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reception of(byte[] bytes, Limits limits) {
        Reception reception = new Reception();
        try {
            X12Parser.standard().with(limits).read("in.edi", new ByteArrayInputStream(bytes), reception);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reception;
    }

    @Override
    public void transactionSet(TransactionSet set) {
        sets.add(set);
        problems.addAll(set.problems());
    }

    @Override
    public void groupEnds(InterchangeHeader interchange, GroupSummary group) {
        problems.addAll(group.problems());
    }

    @Override
    public void interchangeEnds(InterchangeSummary interchange) {
        interchanges.add(interchange);
        problems.addAll(interchange.problems());
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** The only transaction set. */
    public TransactionSet set() {
        if (sets.size() != 1) {
            throw new AssertionError("expected one transaction set, found " + sets.size() + ": " + problems);
        }
        return sets.get(0);
    }

    public List<String> codes() {
        return problems.stream().map(problem -> problem.code().name()).toList();
    }

    /** The interchange of 997s or 999s that the sender gets for the groups; empty when none is due. */
    public Optional<byte[]> functionalAcknowledgement(AcknowledgementKind kind) {
        return functionalAcknowledgement(AcknowledgementStyle.usual(kind));
    }

    public Optional<byte[]> functionalAcknowledgement(AcknowledgementStyle style) {
        List<GroupSummary> due = interchanges.stream()
                .flatMap(interchange -> Acknowledgements.due(interchange).stream())
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        String version = style.versionFor(due.get(0).header());
        X12Writer writer = new X12Writer(answer(701).forVersion(version));
        writer.group("FA", "DISTRIBUTOR", "FARM", 702, version);
        for (int i = 0; i < due.size(); i++) {
            Acknowledgements.writeGroup(writer, due.get(i), style, String.format("%04d", i + 1));
        }
        return Optional.of(bytes(writer));
    }

    /** The TA1 interchange that the sender gets; empty when none is due. */
    public Optional<byte[]> interchangeAcknowledgement() {
        List<InterchangeAcknowledgement> due = interchanges.stream()
                .flatMap(interchange -> Acknowledgements.interchange(interchange, When.WHEN_ASKED).stream())
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        X12Writer writer = new X12Writer(answer(703));
        due.forEach(acknowledgement -> Acknowledgements.writeInterchange(writer, acknowledgement));
        return Optional.of(bytes(writer));
    }

    /** The CONTRL interchange that the sender gets where one is agreed on; empty when none is due. */
    public Optional<byte[]> syntaxReport() {
        List<InterchangeSummary> due = interchanges.stream()
                .filter(interchange -> Contrl.isDue(interchange, true))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Envelope envelope = answer(705);
        EdifactWriter writer = new EdifactWriter(new Envelope(
                Delimiters.EDIFACT,
                "UNOC:3",
                "14",
                "9506000120003",
                "14",
                "0614141000005",
                envelope.time(),
                705,
                false,
                "P",
                true));
        for (int i = 0; i < due.size(); i++) {
            Contrl.write(writer, due.get(i), String.valueOf(i + 1));
        }
        Written written = writer.end();
        if (written instanceof Written.Interchange interchange) {
            return Optional.of(interchange.bytes());
        }
        throw new AssertionError(written);
    }

    private static Envelope answer(int controlNumber) {
        LocalDateTime time = LocalDateTime.of(2026, 3, 4, 15, 0);
        return new Envelope(
                Delimiters.USUAL, "00401", "ZZ", "DISTRIBUTOR", "ZZ", "FARM", time, controlNumber, false, "P", true);
    }

    private static byte[] bytes(X12Writer writer) {
        Written written = writer.end();
        if (written instanceof Written.Interchange interchange) {
            return interchange.bytes();
        }
        throw new AssertionError(written);
    }
}
