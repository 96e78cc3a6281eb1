package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.X12Writer;
import java.util.List;
import java.util.Optional;

/**
 * Acknowledges what was received: a 997 or 999 for each functional group, a TA1 for an interchange. An acknowledgement is
 * never acknowledged, and a group of a broken interchange is not either: its TA1 says so.
 */
public final class Acknowledgements {
    private Acknowledgements() {}

    /** The groups of an interchange that a 997 or 999 is due for; sets without a group have none that could be named. */
    public static List<GroupSummary> due(InterchangeSummary interchange) {
        if (interchange.verdict() == Verdict.REJECTED || interchange.header().syntax() != Syntax.X12) {
            return List.of();
        }
        return interchange.groups().stream()
                .filter(group -> !group.header().acknowledges())
                .filter(group -> !group.header().equals(GroupHeader.MISSING))
                .toList();
    }

    /** The TA1 that is due for an interchange by the agreement with its sender. */
    public static Optional<InterchangeAcknowledgement> interchange(
            InterchangeSummary interchange, InterchangeAcknowledgement.When agreed) {
        boolean onlyAcknowledges = (!interchange.groups().isEmpty()
                        || !interchange.acknowledgements().isEmpty())
                && interchange.groups().stream()
                        .allMatch(group -> group.header().acknowledges());
        boolean wanted =
                switch (agreed) {
                    case ALWAYS -> true;
                    case WHEN_ASKED ->
                        interchange.header().acknowledgmentRequested()
                                || !interchange.problems().isEmpty();
                    case NEVER -> false;
                };
        if (onlyAcknowledges || !wanted || interchange.header().syntax() != Syntax.X12) {
            return Optional.empty();
        }
        InterchangeHeader header = interchange.header();
        return Optional.of(new InterchangeAcknowledgement(
                header.controlNumber(), header.date(), header.time(), interchange.verdict(), noteCode(interchange)));
    }

    /** Writes a TA1 into an interchange in which no group has begun. */
    public static void writeInterchange(X12Writer writer, InterchangeAcknowledgement acknowledgement) {
        writer.segment(
                "TA1",
                AcknowledgementOfGroup.sayable(acknowledgement.controlNumber(), 9, 9),
                AcknowledgementOfGroup.sayable(acknowledgement.date(), 6, 6),
                AcknowledgementOfGroup.sayable(acknowledgement.time(), 4, 4),
                acknowledgement.verdict().code(),
                acknowledgement.noteCode());
    }

    /**
     * Writes a 997 or 999 into an open group with functional identifier FA, whose version is the one of the style.
     *
     * @param controlNumber its ST02
     */
    public static void writeGroup(
            X12Writer writer, GroupSummary group, AcknowledgementStyle style, String controlNumber) {
        new AcknowledgementWriting(writer, style.kind())
                .write(new AcknowledgementOfGroup(group, style).value(), controlNumber);
    }

    /** What a 997, 999 or CONTRL says; empty for another transaction set. */
    public static Optional<GroupAcknowledgement> read(TransactionSet set) {
        return AcknowledgementReading.read(set).or(() -> Contrl.read(set));
    }

    private static String noteCode(InterchangeSummary interchange) {
        return interchange.problems().stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .map(problem -> (Fault) problem.code())
                .filter(fault -> fault.level() == Fault.Level.INTERCHANGE)
                .map(Fault::code)
                .findFirst()
                .orElse("000");
    }
}
