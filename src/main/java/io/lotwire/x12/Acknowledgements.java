package io.lotwire.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Acknowledges what was received: a 997 for each functional group, a TA1 for an interchange. An acknowledgement is never
 * acknowledged, and a group of a broken interchange is not either: its TA1 says so.
 */
public final class Acknowledgements {
    private static final int MOST_CODES = 5;
    private static final int MOST_COPY = 99;

    private Acknowledgements() {}

    /** The groups of an interchange that a 997 is due for. */
    public static List<GroupSummary> due(InterchangeSummary interchange) {
        if (interchange.verdict() == Verdict.REJECTED || interchange.header().syntax() != Syntax.X12) {
            return List.of();
        }
        return interchange.groups().stream()
                .filter(group -> !group.header().acknowledges())
                .filter(group -> !group.header().controlNumber().isEmpty())
                .toList();
    }

    /**
     * The TA1 that is due for an interchange: where its sender asks for one (ISA14), where the agreement does, or where
     * something is wrong with its envelope.
     *
     * @param agreed whether the agreement with the sender asks for a TA1 each time
     */
    public static Optional<InterchangeAcknowledgement> interchange(InterchangeSummary interchange, boolean agreed) {
        boolean onlyAcknowledges = (!interchange.groups().isEmpty()
                        || !interchange.acknowledgements().isEmpty())
                && interchange.groups().stream()
                        .allMatch(group -> group.header().acknowledges());
        boolean wanted = agreed
                || interchange.header().acknowledgmentRequested()
                || !interchange.problems().isEmpty();
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
                echo(acknowledgement.controlNumber(), 9),
                echo(acknowledgement.date(), 6),
                echo(acknowledgement.time(), 4),
                code(acknowledgement.verdict()),
                acknowledgement.noteCode());
    }

    /**
     * Writes a 997 into an open group with functional identifier FA.
     *
     * @param controlNumber ST02 of the 997
     */
    public static void writeGroup(X12Writer writer, GroupSummary group, String controlNumber) {
        writer.set("997", controlNumber);
        writer.segment(
                "AK1",
                echo(group.header().functionalId(), 2),
                number(group.header().controlNumber()));
        boolean brokenEnvelope = Verdict.of(group.problems()) == Verdict.REJECTED;
        for (SetSummary set : group.sets()) {
            // A set without faults is not accepted when its group is not, and AK5 has no code to say why.
            if (!brokenEnvelope || !set.findings().isEmpty()) {
                writeSet(writer, set);
            }
        }
        Stream<String> codes = group.problems().stream()
                .map(problem -> (Fault) problem.code())
                .filter(fault -> fault.level() == Fault.Level.GROUP)
                .map(Fault::code);
        writer.segment(
                "AK9",
                withCodes(
                        codes,
                        code(group.verdict()),
                        String.valueOf(group.stated()),
                        String.valueOf(group.sets().size()),
                        String.valueOf(group.accepted())));
    }

    /** What a 997, 999 or CONTRL says; empty for another transaction set. */
    public static Optional<GroupAcknowledgement> read(TransactionSet set) {
        return AcknowledgementReading.read(set).or(() -> Contrl.read(set));
    }

    private static void writeSet(X12Writer writer, SetSummary set) {
        writer.segment("AK2", echo(set.id(), 3), echo(set.controlNumber(), 9));
        Map<List<Object>, List<Finding>> segments = new LinkedHashMap<>();
        List<String> setCodes = new ArrayList<>();
        for (Finding finding : set.findings()) {
            switch (finding.fault().level()) {
                case SEGMENT ->
                    segments.computeIfAbsent(
                            List.of(
                                    finding.position(),
                                    segmentId(finding),
                                    finding.fault().code()),
                            key -> new ArrayList<>());
                case ELEMENT ->
                    segments.computeIfAbsent(
                                    List.of(finding.position(), segmentId(finding), "8"), key -> new ArrayList<>())
                            .add(finding);
                case SET -> setCodes.add(finding.fault().code());
                case FILE, INTERCHANGE, GROUP, WRITING -> {
                    // Nothing of a transaction set is named by these codes.
                }
            }
        }
        segments.forEach((segment, elements) -> {
            writer.segment("AK3", (String) segment.get(1), String.valueOf(segment.get(0)), "", (String) segment.get(2));
            elements.forEach(finding -> writeElement(writer, finding));
        });
        if (!segments.isEmpty()) {
            setCodes.add("5");
        }
        writer.segment("AK5", withCodes(setCodes.stream(), code(set.verdict())));
    }

    private static void writeElement(X12Writer writer, Finding finding) {
        int component = finding.problem().place().component();
        String element = String.valueOf(finding.problem().place().element());
        writer.segment(
                "AK4",
                List.of(
                        component > 0 ? Element.composite(element, String.valueOf(component)) : Element.of(element),
                        Element.of(reference(finding)),
                        Element.of(finding.fault().code()),
                        Element.of(writer.canWrite(finding.copy()) ? whole(finding.copy()) : "")));
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

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "A";
            case ACCEPTED_WITH_ERRORS -> "E";
            case PARTLY_ACCEPTED -> "P";
            case REJECTED -> "R";
        };
    }

    private static String[] withCodes(Stream<String> codes, String... first) {
        return Stream.concat(Stream.of(first), codes.distinct().limit(MOST_CODES))
                .toArray(String[]::new);
    }

    /** AK402 is a number of the X12 dictionary (element 725); composites, such as C001, have none. */
    private static String reference(Finding finding) {
        return Digits.areWhole(finding.elementReference()) ? finding.elementReference() : "";
    }

    /** AK404 copies the data where it fits; a part of it would be other data. */
    private static String whole(String copy) {
        return copy.length() > MOST_COPY ? "" : copy;
    }

    private static String segmentId(Finding finding) {
        return echo(finding.problem().place().segmentId().toUpperCase(Locale.ROOT), 3);
    }

    private static String number(String sent) {
        return Count.of(sent) < 0 ? "0" : sent;
    }

    /** What the sender sent, as far as it can be said again: it may be the very thing that is wrong. */
    private static String echo(String sent, int most) {
        String sayable = sent.replaceAll("[^A-Za-z0-9]", "");
        return sayable.length() > most ? sayable.substring(0, most) : sayable.isEmpty() ? "0" : sayable;
    }
}
