package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.EdifactWriter;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The syntax and service report (CONTRL, ISO 9735): what EDIFACT has for TA1 and 997 together. A CONTRL is never answered.
 */
public final class Contrl {
    /** UNH02.1 of a CONTRL. */
    public static final String ID = "CONTRL";

    private static final Set<String> SERVICE_SEGMENTS = Set.of("UNB", "UNG", "UNH", "UNT", "UNE", "UNZ");
    private static final String REJECTED = "4";
    private static final String ACKNOWLEDGED = "7";

    private Contrl() {}

    /**
     * Whether one is due for an interchange.
     *
     * @param agreed whether the agreement with the sender asks for one each time; otherwise UNB09 decides
     */
    public static boolean isDue(InterchangeSummary interchange, boolean agreed) {
        boolean onlyAcknowledges = !interchange.groups().isEmpty()
                && interchange.groups().stream()
                        .allMatch(group -> group.header().acknowledges());
        return interchange.header().syntax() == Syntax.EDIFACT
                && (agreed || interchange.header().acknowledgmentRequested())
                && !onlyAcknowledges;
    }

    /** The identifier of a CONTRL in an interchange of a syntax, such as {@code UNOC:3}. */
    static Element identifier(String syntax) {
        return syntax.endsWith(":4") ? Element.composite(ID, "4", "1", "UN") : Element.composite(ID, "D", "3", "UN");
    }

    /**
     * Writes a CONTRL into an interchange.
     *
     * @param reference its UNH01
     */
    public static void write(EdifactWriter writer, InterchangeSummary interchange, String reference) {
        InterchangeHeader header = interchange.header();
        writer.message(reference, identifier(header.version()));
        Optional<Problem> broken = firstError(interchange.problems());
        List<Element> uci = new ArrayList<>(List.of(
                Element.of(echo(header.controlNumber(), 14)),
                party(header.sender(), header.senderQualifier()),
                party(header.receiver(), header.receiverQualifier()),
                Element.of(broken.isPresent() ? REJECTED : ACKNOWLEDGED)));
        broken.ifPresent(problem -> addReason(uci, problem));
        writer.segment("UCI", uci);
        if (broken.isEmpty()) {
            List<GroupSummary> answered = interchange.groups().stream()
                    .filter(group -> !group.header().acknowledges())
                    .toList();
            // Groups of their own come after all messages without one.
            answered.stream()
                    .filter(group -> group.header().controlNumber().isEmpty())
                    .forEach(group -> writeMessages(writer, group));
            answered.stream()
                    .filter(group -> !group.header().controlNumber().isEmpty())
                    .forEach(group -> writeGroup(writer, group));
        }
    }

    private static void writeGroup(EdifactWriter writer, GroupSummary group) {
        Optional<Problem> broken = firstError(group.problems());
        List<Element> ucf = new ArrayList<>(List.of(
                Element.of(echo(group.header().controlNumber(), 14)),
                party(group.header().sender(), ""),
                party(group.header().receiver(), ""),
                Element.of(broken.isPresent() ? REJECTED : ACKNOWLEDGED)));
        broken.ifPresent(problem -> addReason(ucf, problem));
        writer.segment("UCF", ucf);
        if (broken.isEmpty()) {
            writeMessages(writer, group);
        }
    }

    private static void writeMessages(EdifactWriter writer, GroupSummary group) {
        group.sets().forEach(message -> writeMessage(writer, group.header(), message));
    }

    private static void writeMessage(EdifactWriter writer, GroupHeader group, SetSummary message) {
        boolean rejected = message.verdict() == Verdict.REJECTED;
        List<Element> ucm = new ArrayList<>(List.of(
                Element.of(echo(message.controlNumber(), 14)),
                type(message.id(), group),
                Element.of(rejected ? REJECTED : ACKNOWLEDGED)));
        if (!rejected) {
            writer.segment("UCM", ucm);
            return;
        }
        Map<Integer, List<Finding>> segments = new TreeMap<>();
        Optional<Problem> whole = Optional.empty();
        for (Finding finding : message.findings()) {
            if (finding.position() > 0) {
                segments.computeIfAbsent(position(finding), position -> new ArrayList<>())
                        .add(finding);
            } else if (whole.isEmpty() && finding.problem().isError()) {
                whole = Optional.of(finding.problem());
            }
        }
        whole.ifPresent(problem -> addReason(ucm, problem));
        writer.segment("UCM", ucm);
        segments.forEach((position, findings) -> writeSegment(writer, position, findings));
    }

    /** What is missing is told at the last segment before it (0096). */
    private static int position(Finding finding) {
        boolean missing = finding.fault() == Fault.SEGMENT_MISSING;
        return missing ? Math.max(finding.position() - 1, 1) : finding.position();
    }

    private static void writeSegment(EdifactWriter writer, int position, List<Finding> findings) {
        List<Finding> ofElements = findings.stream()
                .filter(finding -> finding.fault().level() == Fault.Level.ELEMENT)
                .toList();
        List<String> ofSegment = findings.stream()
                .filter(finding -> finding.fault().level() != Fault.Level.ELEMENT)
                .map(finding -> SyntaxErrors.code(finding.fault()))
                .distinct()
                .toList();
        for (int i = 0; i < Math.max(ofSegment.size(), 1); i++) {
            writer.segment("UCS", String.valueOf(position), i < ofSegment.size() ? ofSegment.get(i) : "");
        }
        for (Finding finding : ofElements) {
            Place place = finding.problem().place();
            writer.segment(
                    "UCD",
                    List.of(
                            Element.of(SyntaxErrors.code(finding.fault())),
                            position(place.element(), place.component())));
        }
    }

    /** The error, the service segment that shows it, and the place of its element. */
    private static void addReason(List<Element> elements, Problem problem) {
        elements.add(Element.of(SyntaxErrors.code((Fault) problem.code())));
        Place place = problem.place();
        if (SERVICE_SEGMENTS.contains(place.segmentId())) {
            elements.add(Element.of(place.segmentId()));
            if (place.element() > 0) {
                elements.add(position(place.element(), place.component()));
            }
        }
    }

    private static Element position(int element, int component) {
        return component > 0
                ? Element.composite(String.valueOf(element), String.valueOf(component))
                : Element.of(String.valueOf(element));
    }

    private static Element party(String id, String qualifier) {
        return Element.composite(echo(id, 35), qualifier.isEmpty() ? "" : echo(qualifier, 4));
    }

    /** S009 of a message: version numbers (0052) have two digits where they begin with 8 or 9, else one character. */
    private static Element type(String id, GroupHeader group) {
        String version = group.version();
        int split = version.startsWith("8") || version.startsWith("9") ? 2 : 1;
        return Element.composite(
                echo(id, 6),
                echo(version.substring(0, Math.min(split, version.length())), 3),
                echo(version.substring(Math.min(split, version.length())), 3),
                echo(group.agency(), 2));
    }

    private static Optional<Problem> firstError(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).findFirst();
    }

    /** What the sender sent, as far as it can be said again: it may be the very thing that is wrong. */
    private static String echo(String sent, int most) {
        String sayable = sent.replaceAll("[^ -~]", "");
        return sayable.isBlank() ? "0" : sayable.substring(0, Math.min(most, sayable.length()));
    }

    /**
     * What a partner's CONTRL says; empty for another message. It has no group: {@link GroupAcknowledgement#functionalId} is
     * {@code ""} and {@link GroupAcknowledgement#controlNumber} the interchange's reference (UCI01).
     */
    static Optional<GroupAcknowledgement> read(TransactionSet message) {
        return message.syntax() == Syntax.EDIFACT && message.id().equals(ID)
                ? Optional.of(new ContrlReading().read(message))
                : Optional.empty();
    }
}
