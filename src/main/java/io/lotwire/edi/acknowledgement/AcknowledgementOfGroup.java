package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.acknowledgement.SetAcknowledgement.ElementNote;
import io.lotwire.edi.acknowledgement.SetAcknowledgement.SegmentNote;
import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is to be said of a group, made of what was found in it. All that it holds has room in its element, for what the
 * sender sent may be the very thing that is wrong.
 */
final class AcknowledgementOfGroup {
    /** AK502 to AK506 and AK905 to AK909 are five each. */
    private static final int MOST_CODES = 5;

    /** AK4 in an AK3 of 004010; further ones go with another AK3 of the same segment. */
    private static final int MOST_ELEMENTS = 99;

    private static final int MOST_COPY = 99;
    private static final int MOST_COUNT = 999_999;
    private static final int MOST_ELEMENT = 99;
    private static final String ELEMENTS_WRONG = "8";
    private static final String SEGMENTS_WRONG = "5";
    private static final String SEGMENTS_AGAINST_GUIDE = "I5";

    private final GroupSummary group;
    private final AcknowledgementStyle style;
    private final String version;
    private final boolean envelopeBroken;

    AcknowledgementOfGroup(GroupSummary group, AcknowledgementStyle style) {
        this.group = group;
        this.style = style;
        this.version = style.versionFor(group.header());
        this.envelopeBroken = Verdict.of(group.problems()) == Verdict.REJECTED;
    }

    GroupAcknowledgement value() {
        GroupHeader header = group.header();
        return new GroupAcknowledgement(
                style.kind(),
                functionalId(),
                Count.of(header.controlNumber()) < 0 ? "0" : header.controlNumber(),
                header.version().length() > 12 ? "" : header.version(),
                group.verdict(),
                Math.min(group.stated(), MOST_COUNT),
                Math.min(group.sets().size(), MOST_COUNT),
                Math.min(group.accepted(), MOST_COUNT),
                codes(group.problems(), Fault.Level.GROUP),
                group.sets().stream().filter(this::isToldOf).map(this::set).toList());
    }

    private String functionalId() {
        return sayable(group.header().functionalId(), 2, 2);
    }

    /** A set without faults is not accepted when its group's envelope is broken, and AK5 has no code to say why. */
    private boolean isToldOf(SetSummary set) {
        boolean clean = set.findings().isEmpty();
        return !clean || (style.everySet() && !envelopeBroken);
    }

    private SetAcknowledgement set(SetSummary set) {
        Map<SegmentNote, List<Finding>> segments = new LinkedHashMap<>();
        for (Finding finding : set.findings()) {
            switch (finding.fault().level()) {
                case SEGMENT ->
                    segments.computeIfAbsent(note(finding, code(finding.fault())), key -> new ArrayList<>());
                case ELEMENT ->
                    segments.computeIfAbsent(note(finding, ELEMENTS_WRONG), key -> new ArrayList<>())
                            .add(finding);
                case SET, FILE, INTERCHANGE, GROUP, WRITING -> {
                    // Said by the codes of the set as a whole.
                }
            }
        }
        List<SegmentNote> notes = new ArrayList<>();
        segments.forEach((segment, elements) -> addTo(notes, segment, elements));
        return new SetAcknowledgement(
                sayable(set.id(), 3, 3),
                sayable(set.controlNumber(), 4, 9),
                style.kind() == AcknowledgementKind.IMPLEMENTATION ? convention(set) : "",
                envelopeBroken ? Verdict.REJECTED : set.verdict(),
                setCodes(set),
                notes);
    }

    private List<String> setCodes(SetSummary set) {
        List<String> codes = new ArrayList<>(codes(set.problems(), Fault.Level.SET));
        List<Fault> rest = set.findings().stream()
                .map(Finding::fault)
                .filter(fault -> fault.level() != Fault.Level.SET)
                .toList();
        if (!rest.isEmpty()) {
            codes.add(rest.stream().allMatch(style.kind()::isOfGuide) ? SEGMENTS_AGAINST_GUIDE : SEGMENTS_WRONG);
        }
        return codes.stream().distinct().limit(MOST_CODES).toList();
    }

    /** What rejects comes first, so that it is among the five. */
    private List<String> codes(Collection<Problem> problems, Fault.Level level) {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.severity() == Severity.ERROR ? 0 : 1))
                .map(problem -> (Fault) problem.code())
                .filter(fault -> fault.level() == level)
                .map(this::code)
                .distinct()
                .limit(MOST_CODES)
                .toList();
    }

    private String code(Fault fault) {
        return style.kind().code(fault, version);
    }

    private SegmentNote note(Finding finding, String code) {
        String id = finding.problem().place().segmentId().toUpperCase(Locale.ROOT);
        int mostPosition = isFrom("005010") ? Integer.MAX_VALUE : MOST_COUNT;
        String loop = finding.loop().length() > (isFrom("004050") ? 4 : 6) ? "" : finding.loop();
        return new SegmentNote(sayable(id, 2, 3), Math.min(finding.position(), mostPosition), loop, code, List.of());
    }

    private void addTo(List<SegmentNote> notes, SegmentNote segment, List<Finding> findings) {
        List<ElementNote> elements = findings.stream().map(this::element).toList();
        int from = 0;
        do {
            int to = Math.min(from + MOST_ELEMENTS, elements.size());
            notes.add(new SegmentNote(
                    segment.segmentId(),
                    segment.position(),
                    segment.loop(),
                    segment.code(),
                    elements.subList(from, to)));
            from = to;
        } while (from < elements.size());
    }

    private ElementNote element(Finding finding) {
        Place place = finding.problem().place();
        boolean saysRepetition = isFrom("004020");
        return new ElementNote(
                Math.min(place.element(), MOST_ELEMENT),
                Math.min(place.component(), MOST_ELEMENT),
                saysRepetition ? Math.min(place.repetition(), 9999) : 0,
                reference(finding),
                code(finding.fault()),
                finding.copy().length() > MOST_COPY ? "" : finding.copy());
    }

    /** AK402 is a number of the X12 dictionary (element 725); composites, such as C001, have none. */
    private static String reference(Finding finding) {
        String reference = finding.elementReference();
        return Digits.only(reference) && reference.length() <= 4 ? reference : "";
    }

    private static String convention(SetSummary set) {
        return set.convention().length() > 35 ? "" : set.convention();
    }

    private boolean isFrom(String release) {
        return version.compareTo(release) >= 0;
    }

    /**
     * What the sender sent, as far as it can be said again. Zeros before a control number that is too short leave it the
     * same number.
     */
    static String sayable(String sent, int least, int most) {
        String clean = sent.replaceAll("[^A-Za-z0-9]", "");
        String fit = clean.length() > most ? clean.substring(0, most) : clean;
        return "0".repeat(Math.max(least - fit.length(), 0)) + fit;
    }
}
