package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One transaction set after another while its segments come in. Each segment is checked as it comes; of the set only its
 * bytes are kept, and a table of its loops.
 */
final class SetReading {
    private static final LoopIds ROOT_ONLY = new LoopIds(List.of("ST"));

    private final String file;
    private final Limits limits;
    private final Tokenizer tokenizer;
    private final SetBytes bytes;
    private final CurrentSegment current;
    private final LoopTable loops = new LoopTable();
    private final Levels levels = new Levels(loops);
    private final SetWalk walk;

    private Plans plans;
    private InterchangeHeader interchange;
    private GroupHeader group;
    private Segment header;
    private Findings findings;
    private Optional<SetPlan> plan = Optional.empty();
    private ElementChecks checks;
    private String version;
    private final List<Segment> totals = new ArrayList<>();
    private long lastPlace;
    private int count;
    private boolean open;
    private boolean full;

    SetReading(String file, Tokenizer tokenizer, SetBytes bytes, Limits limits) {
        this.file = file;
        this.tokenizer = tokenizer;
        this.bytes = bytes;
        this.limits = limits;
        this.current = new CurrentSegment(tokenizer);
        this.walk = new SetWalk(current, loops, levels);
    }

    /** The plans for the sets of an interchange. */
    void use(Plans interchangePlans) {
        plans = interchangePlans;
    }

    /** True between a set's first segment and its last. */
    boolean isOpen() {
        return open;
    }

    /** Begins a set with the tokenizer's segment, its ST, which has this number in the file. */
    void begin(InterchangeHeader inInterchange, GroupHeader inGroup, int number) {
        interchange = inInterchange;
        group = inGroup;
        current.begin(number);
        header = current.segment();
        findings = new Findings(file, interchange, group, header.element(2), limits.problemsPerSet());
        loops.clear();
        levels.begin(findings, limits.levelDepth());
        totals.clear();
        lastPlace = 0;
        count = 1;
        open = true;
        full = false;
        tokenizer.startKeeping(bytes);
        version = header.isEmpty(3) ? group.version() : header.element(3);
        checks = version.compareTo(Grammar.EARLIEST_VERSION) < 0 ? null : new ElementChecks(version, findings);
        plan = plans.set(header.element(1), version);
        if (plan.isEmpty()) {
            loops.open(0, LoopTable.NONE, 0, 1);
        }
        plan.ifPresent(this::beginWalk);
    }

    private void beginWalk(SetPlan found) {
        String groupId = group.functionalId();
        String setGroupId = found.rule().functionalId();
        if (!setGroupId.equals(groupId) && !groupId.isEmpty()) {
            findings.set(
                    Fault.SET_NOT_IN_GROUP,
                    header,
                    1,
                    "Transaction set " + found.rule().id() + " belongs in a group with GS01 " + setGroupId + ", not "
                            + groupId + "; correct GS01.");
        }
        walk.begin(found, findings);
    }

    /** Takes the tokenizer's segment. */
    void add() throws IOException {
        if (takes() && plan.isPresent()) {
            check(walk.place(current.id()));
        }
    }

    /** Takes a segment that is longer than the limit. */
    void addOversized() throws IOException {
        if (takes()) {
            plan.ifPresent(found -> walk.place(current.id()));
            findings.segment(
                    Fault.SEGMENT_TOO_LARGE,
                    current.segment(),
                    "The segment is longer than " + limits.segmentBytes()
                            + " bytes and was not read; check its terminator, or send it in parts.");
        }
    }

    private boolean takes() throws IOException {
        count++;
        if (full) {
            return false;
        }
        current.next();
        if (count > limits.segmentsPerSet() || current.endPlace() > limits.setBytes()) {
            full = true;
            tokenizer.stopKeepingBefore();
            findings.set(
                    Fault.SET_TOO_LARGE,
                    header,
                    0,
                    "The transaction set has more than " + limits.segmentsPerSet() + " segments or " + limits.setBytes()
                            + " bytes; what comes after is not read. Send it in parts.");
            return false;
        }
        lastPlace = current.place();
        return true;
    }

    /** Checks the segment in hand, which has a plan where it has a place in the set. */
    private void check(SegmentPlan segment) {
        if (checks == null) {
            return;
        }
        if (segment == null) {
            Grammar.standard()
                    .segment(current.segment().id(), version)
                    .ifPresent(rule -> checks.check(current.segment(), rule));
        } else if (!segment.isSurelyGood(tokenizer) && !findings.isFull()) {
            checks.check(current.segment(), segment.rule());
        }
        if (current.id() == SegmentId.CTT && totals.size() <= limits.problemsPerSet()) {
            totals.add(current.segment());
        }
    }

    void empty() {
        findings.set(
                Fault.SEGMENT_EMPTY,
                current.identifier(),
                0,
                "There is an empty segment at byte " + tokenizer.offset()
                        + ", after this one; leave out the terminator that is too many.");
    }

    /**
     * Ends the set with the tokenizer's segment, its SE.
     *
     * @param earlier control numbers of the sets that came before in the group
     */
    TransactionSet end(Set<String> earlier) throws IOException {
        boolean taken = takes();
        tokenizer.stopKeeping();
        checkHeader(earlier);
        if (taken) {
            checkTrailer();
        }
        return close(taken, bytes.end(interchange.delimiters(), header.number()));
    }

    /**
     * Ends a set that has no SE.
     *
     * @param atSegment true when the tokenizer is at the segment after the set's last
     */
    TransactionSet endWithoutTrailer(Set<String> earlier, boolean atSegment) throws IOException {
        if (atSegment) {
            tokenizer.stopKeepingBefore();
        } else {
            tokenizer.stopKeeping();
        }
        SetContent content = bytes.end(interchange.delimiters(), header.number());
        current.stayAt(last(content));
        checkHeader(earlier);
        findings.set(
                Fault.SET_TRAILER_MISSING,
                current.segment(),
                0,
                "The transaction set stops after this segment without SE; send it again whole.");
        return close(false, content);
    }

    private Segment last(SetContent content) {
        Segment[] last = content.cut((int) lastPlace, content.length(), current.position());
        return last.length == 0 ? header : last[0];
    }

    private TransactionSet close(boolean hasTrailer, SetContent content) {
        open = false;
        if (plan.isPresent()) {
            walk.end(hasTrailer);
            checkLevelCount();
        } else {
            checkSupported();
        }
        SetSummary summary =
                new SetSummary(header.element(1), header.element(2), findings.placeOf(header), findings.inOrder());
        LoopIds loopIds = plan.map(SetPlan::loopIds).orElse(ROOT_ONLY);
        SetTree tree = new SetTree(content, loops.finished(), loopIds);
        return new TransactionSet(interchange, group, header, tree, plan.isPresent(), summary);
    }

    /** The last segment that was taken; to be asked before the next one comes. */
    Segment last() {
        return current.segment();
    }

    private void checkSupported() {
        if (!header.isEmpty(1)) {
            findings.set(
                    Fault.SET_NOT_SUPPORTED,
                    header,
                    1,
                    "There is no grammar for transaction set " + header.element(1)
                            + ", so it was not checked; send a set that was agreed on.");
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
        Segment trailer = current.segment();
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
    private void checkLevelCount() {
        if (!header.is(1, "856")) {
            return;
        }
        for (Segment segment : totals) {
            if (!segment.isEmpty(1) && Count.of(segment.element(1)) != levels.count()) {
                findings.element(
                        Fault.LEVEL_COUNT_WRONG,
                        segment,
                        1,
                        "354",
                        "CTT01 states '" + segment.element(1) + "', but " + levels.count()
                                + " levels (HL) came; count the HL segments.");
            }
        }
    }
}
