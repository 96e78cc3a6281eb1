package io.lotwire.edi.read;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.check.ElementChecks;
import io.lotwire.edi.check.Findings;
import io.lotwire.edi.check.FormNotes;
import io.lotwire.edi.check.Levels;
import io.lotwire.edi.check.QuantityTotals;
import io.lotwire.edi.check.SetHeaderChecks;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.SetHeader;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.plan.Plans;
import io.lotwire.edi.plan.SegmentPlan;
import io.lotwire.edi.plan.SetPlan;
import io.lotwire.edi.segment.CurrentSegment;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.SetBytes;
import io.lotwire.edi.segment.SetContent;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.edi.tree.LoopIds;
import io.lotwire.edi.tree.LoopTable;
import io.lotwire.edi.tree.SetTree;
import io.lotwire.edi.tree.TransactionSet;
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
    private final String file;
    private final Limits limits;
    private final Tokenizer tokenizer;
    private final SetBytes bytes;
    private final CurrentSegment current;
    private final LoopTable loops = new LoopTable();
    private final Levels levels = new Levels(loops);
    private final SetWalk walk;
    /** The message that is the same in all directories. */
    private static final String SERVICE = "CONTRL";

    private final FormNotes notes = new FormNotes();
    private final QuantityTotals quantities = new QuantityTotals(loops);
    private String versionBefore = "";
    private Syntax syntaxBefore;
    private boolean unchecked;
    private boolean known;

    private Plans plans;
    private InterchangeHeader interchange;
    private GroupHeader group;
    private Segment header;
    private EnvelopeSegments envelope;
    private SetHeader named;
    private Findings findings;
    private Optional<SetPlan> plan = Optional.empty();
    private ElementChecks checks;
    private String version;
    private final List<Segment> totals = new ArrayList<>();
    private long lastPlace;
    private int count;
    private int countedId;
    private int counted;
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

    /** What is told once of the interchange whose sets are read. */
    FormNotes notes() {
        return notes;
    }

    /** True between a set's first segment and its last. */
    boolean isOpen() {
        return open;
    }

    /**
     * Begins a set with the tokenizer's segment, its ST.
     *
     * @param number of that segment in the file
     * @param problems how many are kept
     */
    void begin(InterchangeHeader inInterchange, GroupHeader inGroup, int number, int problems) {
        interchange = inInterchange;
        group = inGroup;
        current.begin(number);
        header = current.segment();
        envelope = EnvelopeSegments.of(header.syntax());
        named = SetHeader.of(header, group);
        findings = new Findings(file, interchange, group, named.controlNumber(), problems, notes);
        loops.clear();
        levels.begin(findings, limits.levelDepth());
        totals.clear();
        quantities.begin(named.id(), header.syntax());
        lastPlace = 0;
        count = 1;
        counted = 0;
        open = true;
        full = false;
        tokenizer.startKeeping(bytes);
        version = header.syntax() == Syntax.X12 ? named.version() : Grammar.directory(named.version());
        if (!named.version().equals(versionBefore) || header.syntax() != syntaxBefore) {
            look(header.syntax(), named.version());
        }
        checks = unchecked ? null : new ElementChecks(named.version(), findings);
        plan = plans.set(named.id(), version);
        countedId = plan.map(SetPlan::counted).orElse(SegmentId.NONE);
        if (plan.isEmpty()) {
            loops.open(0, LoopTable.NONE, 0, 1);
        }
        plan.ifPresent(this::beginWalk);
    }

    /** What is known of a version: the sets of a file mostly have the same one. */
    private void look(Syntax syntax, String sent) {
        versionBefore = sent;
        syntaxBefore = syntax;
        boolean release = syntax == Syntax.X12 && Grammar.isRelease(sent);
        unchecked = syntax == Syntax.X12 && (!release || sent.compareTo(Grammar.EARLIEST_VERSION) < 0);
        known = syntax == Syntax.X12 ? !release || Grammar.isKnownRelease(sent) : Grammar.isKnownDirectory(sent);
    }

    private void beginWalk(SetPlan found) {
        String groupId = group.functionalId();
        String setGroupId = found.rule().functionalId();
        if (!setGroupId.equals(groupId) && !groupId.isEmpty() && header.syntax() == Syntax.X12) {
            findings.set(
                    Fault.SET_NOT_IN_GROUP,
                    header,
                    1,
                    "Transaction set " + found.rule().id() + " belongs in a group with GS01 " + setGroupId + ", not "
                            + groupId + "; correct GS01.");
        }
        if (!known && !group.acknowledges() && !named.id().equals(SERVICE)) {
            checkedByAnother();
        }
        walk.begin(found, version, findings);
    }

    private void checkedByAnother() {
        boolean x12 = header.syntax() == Syntax.X12;
        findings.note(
                Fault.CHECKED_BY_ANOTHER_VERSION,
                header,
                x12 ? 0 : 2,
                (x12 ? "Version " : "Directory ") + named.version()
                        + " is not described here: what comes of it in this interchange is checked and read by the rules of "
                        + Grammar.holding(version) + ", where it may differ; send "
                        + (x12 ? "a version up to that one" : "D96A or D01B") + " if both of you can.");
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
        int id = current.id();
        if (id == countedId) {
            counted++;
        }
        quantities.take(id, current, walk.loopInHand());
        if ((id == SegmentId.CTT || id == SegmentId.CNT)
                && countedId != SegmentId.NONE
                && totals.size() <= limits.problemsPerSet()) {
            totals.add(current.segment());
        }
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
        new SetHeaderChecks(header, named, findings).check(earlier, group);
        if (taken) {
            checkTrailer();
        }
        return close(taken, bytes.end(tokenizer.dialect(), header.number()));
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
        SetContent content = bytes.end(tokenizer.dialect(), header.number());
        current.stayAt(last(content));
        new SetHeaderChecks(header, named, findings).check(earlier, group);
        findings.set(
                Fault.SET_TRAILER_MISSING,
                current.segment(),
                0,
                "The " + envelope.set() + " stops after this segment without " + envelope.setTrailer()
                        + "; send it again whole.");
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
            checkTotals();
        } else {
            checkSupported();
        }
        SetSummary summary =
                new SetSummary(named.id(), named.controlNumber(), findings.placeOf(header), findings.inOrder());
        LoopIds loopIds = plan.map(SetPlan::loopIds).orElseGet(() -> new LoopIds(List.of(envelope.setHeader())));
        SetTree tree = new SetTree(content, loops.finished(), loopIds);
        return new TransactionSet(interchange, group, header, named.version(), tree, plan.isPresent(), summary);
    }

    /** The last segment that was taken; to be asked before the next one comes. */
    Segment last() {
        return current.segment();
    }

    private void checkSupported() {
        if (!named.id().isEmpty()) {
            findings.set(
                    Fault.SET_NOT_SUPPORTED,
                    header,
                    header.syntax() == Syntax.X12 ? 1 : 2,
                    "There is no grammar for " + envelope.set() + " " + named.id()
                            + ", so it was not checked; send a set that was agreed on.");
        }
    }

    private void checkTrailer() {
        Segment trailer = current.segment();
        if (!trailer.element(2).equals(named.controlNumber())) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_MISMATCH,
                    trailer,
                    2,
                    trailer.id() + "02 is '" + trailer.element(2) + "', but " + envelope.setControlName() + " is '"
                            + named.controlNumber() + "'; send the same number in both.");
        }
        if (Count.of(trailer.element(1)) != count) {
            findings.set(
                    Fault.SEGMENT_COUNT_WRONG,
                    trailer,
                    1,
                    trailer.id() + "01 states '" + trailer.element(1) + "' segments, but " + count + " came, "
                            + header.id() + " and " + trailer.id() + " included; send the set again whole, or correct "
                            + trailer.id() + "01.");
        }
    }

    private void checkTotals() {
        for (Segment segment : totals) {
            if (segment.packedId() == SegmentId.CTT) {
                checkTotal(segment);
            } else {
                checkControlTotal(segment);
            }
        }
        if (!full) {
            quantities.end(findings);
        }
    }

    /** CTT01 (354) counts what the set's grammar says: levels in a ship notice, lines in others. */
    private void checkTotal(Segment ctt) {
        if (ctt.isEmpty(1) || Count.of(ctt.element(1)) == counted) {
            return;
        }
        boolean levelsCount = countedId == SegmentId.HL;
        String id = SegmentId.text(countedId);
        findings.element(
                levelsCount ? Fault.LEVEL_COUNT_WRONG : Fault.CONTROL_TOTAL_WRONG,
                ctt,
                1,
                "354",
                "CTT01 states '" + ctt.element(1) + "', but " + counted
                        + (levelsCount ? " levels (HL)" : " lines (" + id + ")") + " came; count the " + id
                        + " segments.");
    }

    /** Where CNT01.1 (6069) is 2, CNT01.2 counts the lines. */
    private void checkControlTotal(Segment cnt) {
        String stated = cnt.component(1, 2);
        if (cnt.is(1, 1, "2") && !stated.isEmpty() && Count.of(stated) != counted) {
            findings.element(
                    Fault.CONTROL_TOTAL_WRONG,
                    new ElementPlace(cnt, 1, 0, 2),
                    "6066",
                    "CNT01.2 states '" + stated + "' lines, but " + counted + " came; count the "
                            + SegmentId.text(countedId) + " segments.");
        }
    }
}
