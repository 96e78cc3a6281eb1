package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.SetRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One transaction set while its segments come in; at its end it is checked and becomes a {@link TransactionSet}. */
final class SetReading {
    private final InterchangeHeader interchange;
    private final GroupHeader group;
    private final Limits limits;
    private final SegmentStore store;
    private final List<Segment> segments = new ArrayList<>();
    private final Findings findings;
    private final Segment header;
    private final Set<Segment> unread = new HashSet<>();
    private int count;
    private boolean full;

    SetReading(String file, InterchangeHeader interchange, GroupHeader group, Limits limits, Tokenizer st, int number) {
        this.interchange = interchange;
        this.group = group;
        this.limits = limits;
        this.store = new SegmentStore(interchange.delimiters(), number);
        this.header = st.copyTo(store);
        this.findings = new Findings(file, interchange, group, header.element(2), limits.problemsPerSet());
        segments.add(header);
        count = 1;
    }

    /** Takes the tokenizer's segment. */
    void add(Tokenizer token) {
        count++;
        if (full) {
            return;
        }
        long bytes = (long) store.byteCount() + token.end() - token.start();
        if (segments.size() >= limits.segmentsPerSet() || bytes > limits.setBytes()) {
            full = true;
            findings.set(
                    Fault.SET_TOO_LARGE,
                    header,
                    0,
                    "The transaction set has more than " + limits.segmentsPerSet() + " segments or " + limits.setBytes()
                            + " bytes; what comes after is not read. Send it in parts.");
            return;
        }
        segments.add(token.copyTo(store));
    }

    /** Takes a segment that is longer than the limit. */
    void addOversized(Tokenizer token) {
        add(token);
        if (!full) {
            unread.add(last());
            findings.segment(
                    Fault.SEGMENT_TOO_LARGE,
                    last(),
                    "The segment is longer than " + limits.segmentBytes()
                            + " bytes and was not read; check its terminator, or send it in parts.");
        }
    }

    /** The last segment that was kept. */
    Segment last() {
        return segments.get(segments.size() - 1);
    }

    void empty(Tokenizer token) {
        Segment last = last();
        findings.set(
                Fault.SEGMENT_EMPTY,
                last,
                0,
                "There is an empty segment at byte " + token.offset()
                        + ", after this one; leave out the terminator that is too many.");
    }

    /**
     * Ends the set.
     *
     * @param earlier control numbers of the sets that came before in the group
     */
    TransactionSet end(boolean hasTrailer, Set<String> earlier) {
        checkHeader(earlier);
        if (hasTrailer && !full) {
            checkTrailer();
        } else if (!hasTrailer) {
            Segment last = segments.get(segments.size() - 1);
            findings.set(
                    Fault.SET_TRAILER_MISSING,
                    last,
                    0,
                    "The transaction set stops after this segment without SE; send it again whole.");
        }
        Optional<SetRule> rule = Grammar.standard().set(header.element(1), version());
        Loop root = rule.map(this::tree).orElseGet(this::flat);
        SetSummary summary =
                new SetSummary(header.element(1), header.element(2), findings.placeOf(header), findings.inOrder());
        return new TransactionSet(interchange, group, segments, root, rule.isPresent(), summary);
    }

    private Loop tree(SetRule rule) {
        if (!rule.functionalId().equals(group.functionalId())
                && !group.functionalId().isEmpty()) {
            findings.set(
                    Fault.SET_NOT_IN_GROUP,
                    header,
                    1,
                    "Transaction set " + rule.id() + " belongs in a group with GS01 " + rule.functionalId() + ", not "
                            + group.functionalId() + "; correct GS01.");
        }
        TreeBuilder builder = new TreeBuilder(rule, findings);
        Loop root = builder.build(segments);
        new Levels(builder.levels(), findings, limits.levelDepth()).linkUnder(root);
        checkElements();
        checkLevelCount(builder.levels().size());
        return root;
    }

    private Loop flat() {
        if (!header.isEmpty(1)) {
            findings.set(
                    Fault.SET_NOT_SUPPORTED,
                    header,
                    1,
                    "There is no grammar for transaction set " + header.element(1)
                            + ", so it was not checked; send a set that was agreed on.");
        }
        Loop root = new Loop("ST");
        segments.forEach(root::add);
        return root;
    }

    /** The version whose rules hold: ST03, or else GS08. */
    private String version() {
        return header.isEmpty(3) ? group.version() : header.element(3);
    }

    private void checkElements() {
        String version = version();
        if (version.compareTo(Grammar.EARLIEST_VERSION) < 0) {
            return;
        }
        ElementChecks checks = new ElementChecks(version, findings);
        for (Segment segment : segments) {
            if (!segment.is("ST") && !segment.is("SE") && !unread.contains(segment)) {
                Grammar.standard().segment(segment.id(), version).ifPresent(rule -> checks.check(segment, rule));
            }
        }
    }

    private void checkHeader(Set<String> earlier) {
        String control = header.element(2);
        if (header.isEmpty(1)) {
            findings.set(Fault.SET_ID_MISSING, header, 1, "ST01 is empty; name the transaction set, such as 856.");
        }
        if (control.length() < 4 || control.length() > 9) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_INVALID,
                    header,
                    2,
                    "ST02 is '" + control + "'; send a control number of four to nine characters.");
        }
        if (!earlier.add(control)) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_DUPLICATE,
                    header,
                    2,
                    "ST02 '" + control + "' came before in this group; give each transaction set a number of its own.");
        }
    }

    private void checkTrailer() {
        Segment trailer = segments.get(segments.size() - 1);
        if (!trailer.element(2).equals(header.element(2))) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_MISMATCH,
                    trailer,
                    2,
                    "SE02 is '" + trailer.element(2) + "', but ST02 is '" + header.element(2)
                            + "'; send the same number in both.");
        }
        if (Count.of(trailer.element(1)) != count) {
            findings.set(
                    Fault.SEGMENT_COUNT_WRONG,
                    trailer,
                    1,
                    "SE01 states '" + trailer.element(1) + "' segments, but " + count
                            + " came, ST and SE included; send the set again whole, or correct SE01.");
        }
    }

    /** In a ship notice CTT01 counts the levels (X12 856, note on CTT). */
    private void checkLevelCount(int levels) {
        if (!header.element(1).equals("856")) {
            return;
        }
        for (Segment segment : segments) {
            if (segment.is("CTT") && !segment.isEmpty(1) && Count.of(segment.element(1)) != levels) {
                findings.element(
                        Fault.LEVEL_COUNT_WRONG,
                        segment,
                        1,
                        "354",
                        "CTT01 states '" + segment.element(1) + "', but " + levels
                                + " levels (HL) came; count the HL segments.");
            }
        }
    }
}
