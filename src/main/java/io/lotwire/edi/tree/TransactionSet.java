package io.lotwire.edi.tree;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One transaction set (in EDIFACT: message) as received: its segments, their tree, and what is wrong with it.
 *
 * <p>A rejected set is handed over too, with whatever tree could be made of it: nobody may act on its data, but it can be
 * shown.
 *
 * <p>It keeps its bytes and a table of its loops, no object for each segment; those are made when they are asked for. The
 * bytes of a large set are not in memory but where they can be read again.
 */
public final class TransactionSet {
    private final InterchangeHeader interchange;
    private final GroupHeader group;
    private final Segment header;
    private final String version;
    private final SetTree tree;
    private final boolean supported;
    private final SetSummary summary;

    public TransactionSet(
            InterchangeHeader interchange,
            GroupHeader group,
            Segment header,
            String version,
            SetTree tree,
            boolean supported,
            SetSummary summary) {
        this.interchange = interchange;
        this.group = group;
        this.header = header;
        this.version = version;
        this.tree = tree;
        this.supported = supported;
        this.summary = summary;
    }

    /** ST01, such as {@code 856}; UNH02.1 (0065), such as {@code DESADV}. */
    public String id() {
        return summary.id();
    }

    /** ST02; UNH01 (0062). */
    public String controlNumber() {
        return summary.controlNumber();
    }

    /**
     * GS08, such as {@code 004010}; ST03 where the set has one (from 005010 on); UNH02.2 and UNH02.3 (0052, 0054), such as
     * {@code D96A}.
     */
    public String version() {
        return version;
    }

    /** UNH02.5 (0057), such as {@code EAN007}; {@code ""} where it is not sent, and in X12. */
    public String associationCode() {
        return syntax() == Syntax.EDIFACT ? header.component(2, 5) : "";
    }

    /** How many bytes it has, from its first segment to its last. */
    public int length() {
        return tree.content().length();
    }

    /** The rules that the set is written by. */
    public Syntax syntax() {
        return interchange.syntax();
    }

    /** The interchange's header. */
    public InterchangeHeader interchange() {
        return interchange;
    }

    /** The functional group's header. */
    public GroupHeader group() {
        return group;
    }

    /** Its ST or UNH. */
    public Segment header() {
        return header;
    }

    /** All segments in order, header and trailer included; they are made anew each time. */
    public List<Segment> segments() {
        return tree.segments();
    }

    /** The segment at a position in the set, from 1 for the header; empty when there is none. */
    public Optional<Segment> segmentAt(int position) {
        return tree.segmentAt(position);
    }

    /** Hands over the same one by one, so that a large set's are not in memory together. */
    public void forEachSegment(Consumer<Segment> taker) {
        tree.forEachSegment(taker);
    }

    /** The tree, made anew each time. */
    public Loop root() {
        return tree.root();
    }

    /** More than the number of any of the tree's loops; see {@link Loop#number()}. */
    public int loopNumbers() {
        return tree.loops().rows();
    }

    /**
     * True when there is a grammar for this set. Otherwise the root holds all segments, nothing inside is checked, and
     * {@link Fault#SET_NOT_SUPPORTED} is among the problems.
     */
    public boolean isSupported() {
        return supported;
    }

    /** What is wrong with it. */
    public List<Problem> problems() {
        return summary.problems();
    }

    /** What became of it. */
    public Verdict verdict() {
        return summary.verdict();
    }

    /** What an acknowledgement says of it. */
    public SetSummary summary() {
        return summary;
    }
}
