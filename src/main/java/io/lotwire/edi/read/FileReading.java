package io.lotwire.edi.read;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.plan.Plans;
import io.lotwire.edi.segment.ByteSource;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.HeaderFault;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.SetBytes;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The reading of one file: which segment may follow which, and what begins and ends with it. */
final class FileReading {
    private static final int FIRST_BYTES = 64;

    private final String file;
    private final Tokenizer tokenizer;
    private final Limits limits;
    private final Function<InterchangeHeader, Plans> plans;
    private final InterchangeHandler handler;
    private final OutsideText outside = new OutsideText();
    private int segments;
    private int interchanges;
    private InterchangeReading interchange;
    private GroupReading group;
    private boolean groupIsMissing;
    private EnvelopeSegments segmentsOf = EnvelopeSegments.of(Syntax.X12);
    private final SetReading set;
    private Segment last;

    FileReading(
            String file,
            ByteSource bytes,
            Limits limits,
            Function<InterchangeHeader, Plans> plans,
            InterchangeHandler handler) {
        this.file = file;
        this.tokenizer = new Tokenizer(bytes, limits);
        this.set = new SetReading(file, tokenizer, new SetBytes(bytes, limits.setBytes()), limits);
        this.limits = limits;
        this.plans = plans;
        this.handler = handler;
    }

    void run() throws IOException {
        byte[] first = tokenizer.peek(FIRST_BYTES);
        while (tokenizer.seekInterchange(outside)) {
            if (!readInterchanges()) {
                break;
            }
        }
        if (interchanges == 0) {
            handler.problem(Problem.error(Fault.NOT_EDI, Place.inFile(file), ForeignFile.sentence(first)));
        } else {
            outside.report(handler, file);
        }
    }

    /** Reads from an ISA to the end of its interchange, and further where the next ISA comes before the IEA. */
    private boolean readInterchanges() throws IOException {
        boolean open = openInterchange();
        while (open) {
            Tokenizer.Token token = tokenizer.next();
            switch (token) {
                case END -> {
                    stopInterchange();
                    return false;
                }
                case INTERCHANGE -> {
                    stopInterchange();
                    open = openInterchange();
                }
                case EMPTY -> empty();
                case OVERSIZED -> {
                    segments++;
                    oversized();
                }
                case SEGMENT -> {
                    segments++;
                    open = segment();
                }
            }
        }
        return true;
    }

    private boolean openInterchange() throws IOException {
        boolean complete = tokenizer.openInterchange();
        segmentsOf = EnvelopeSegments.of(tokenizer.dialect().syntax());
        interchanges++;
        segments++;
        if (!complete) {
            incompleteHeader();
            return false;
        }
        last = copy();
        interchange = new InterchangeReading(file, InterchangeHeader.of(last), limits);
        set.use(plans.apply(interchange.header()));
        outside.report(handler, file);
        handler.interchangeBegins(interchange.header());
        interchange.checkHeader(tokenizer.headerLength());
        if (isX12() && tokenizer.hasBlanksAtHeader()) {
            handler.problem(Problem.warning(
                    Fault.BLANKS_BESIDE_TERMINATOR,
                    last.place(0).withFile(file),
                    "Blanks stand beside the segment's terminator, which is never a blank itself; they are taken for"
                            + " indentation, and for no part of a segment: send no blanks between segments."));
        }
        return true;
    }

    private void incompleteHeader() {
        boolean isa = tokenizer.dialect().syntax() == Syntax.X12;
        HeaderFault fault = tokenizer.headerFault();
        handler.problem(Problem.error(
                isa ? Fault.ISA_INCOMPLETE : Fault.UNB_INCOMPLETE,
                new Place(
                        file,
                        "",
                        "",
                        "",
                        segments,
                        SegmentId.text(tokenizer.id()),
                        fault.element(),
                        0,
                        0,
                        tokenizer.offset() + fault.offset()),
                fault.sentence()));
        outside.forgive();
    }

    /** Takes a segment; false when it ends the interchange. */
    private boolean segment() throws IOException {
        int id = tokenizer.id();
        EnvelopeSegments.Ids ids = segmentsOf.ids();
        if (interchange.isFull() && id != ids.interchangeTrailer()) {
            return true;
        }
        if (set.isOpen() && !ids.contains(id)) {
            set.add();
            return true;
        }
        if (set.isOpen() && id == ids.setTrailer()) {
            endSet(set.end(group.controlNumbers()));
            last = copy();
            unterminated();
            return true;
        }
        Segment previous = set.isOpen() ? endSetWithoutTrailer(true) : last;
        last = copy();
        unterminated();
        if (id == ids.setHeader()) {
            beginSet(previous);
        } else if (id == ids.groupHeader()) {
            stopGroup(previous);
            if (interchange.takes(last)) {
                beginGroup(GroupHeader.of(last), false);
            }
        } else if (id == ids.groupTrailer()) {
            endGroup();
        } else if (id == ids.interchangeTrailer()) {
            stopGroup(previous);
            endInterchange(interchange.end(last));
            return false;
        } else {
            between();
        }
        return true;
    }

    private void between() {
        if (group == null && isX12() && last.is("TA1")) {
            interchange.add(InterchangeAcknowledgement.of(last));
        } else if (group != null) {
            group.problems()
                    .add(
                            Fault.SEGMENT_OUTSIDE_SET,
                            last,
                            0,
                            "Segment " + last.id() + " stands outside any " + segmentsOf.set() + "; put it between "
                                    + segmentsOf.setHeader() + " and " + segmentsOf.setTrailer()
                                    + ", or leave it out.");
        } else if (!isServiceOfX12()) {
            interchange
                    .problems()
                    .add(
                            Fault.SEGMENT_OUTSIDE_GROUP,
                            last,
                            0,
                            isX12()
                                    ? "Segment " + last.id() + " stands outside any group; put it between GS and GE, or"
                                            + " leave it out."
                                    : "Segment " + last.id() + " stands outside any message; put it between UNH and"
                                            + " UNT, or leave it out.");
        }
    }

    /** Deferred delivery and interchange services may stand between ISA and GS (X12.5). */
    private boolean isServiceOfX12() {
        return isX12() && (last.is("ISB") || last.is("ISE") || last.is("TA3"));
    }

    private boolean isX12() {
        return interchange.header().syntax() == Syntax.X12;
    }

    private void beginSet(Segment previous) {
        if (!interchange.takes(last)) {
            stopGroup(previous);
            return;
        }
        if (!isX12()) {
            groupMessage(previous);
        } else if (group == null) {
            missingGroup();
        }
        set.begin(interchange.header(), group.header(), segments, interchange.problemsOfNextSet());
    }

    /** Where there is no UNG, a group is made of messages of one type and version that follow one another. */
    private void groupMessage(Segment previous) {
        GroupHeader header = GroupHeader.ofMessage(last);
        if (group != null && groupIsMissing && !group.header().equals(header)) {
            stopGroup(previous);
        }
        if (group == null) {
            interchange.checkGrouping(last, false);
            beginGroup(header, true);
        }
    }

    private void missingGroup() {
        interchange
                .problems()
                .add(
                        Fault.GROUP_HEADER_MISSING,
                        last,
                        0,
                        "Segment " + last.id() + " stands outside any group; send " + segmentsOf.groupHeader()
                                + " before it and " + segmentsOf.groupTrailer() + " after it.");
        beginGroup(GroupHeader.MISSING, true);
    }

    private void beginGroup(GroupHeader header, boolean missing) {
        Set<String> numbers = missing && !isX12() ? interchange.messageReferences() : new HashSet<>();
        group = new GroupReading(file, interchange.header(), header, last, numbers, limits);
        groupIsMissing = missing;
        if (!missing) {
            if (!isX12()) {
                interchange.checkGrouping(last, true);
            }
            handler.groupBegins(interchange.header(), header);
            group.checkHeader(interchange.repeats(header.controlNumber()));
        }
    }

    /** Ends a set after which no SE comes; returns its last segment. */
    private Segment endSetWithoutTrailer(boolean atSegment) throws IOException {
        endSet(set.endWithoutTrailer(group.controlNumbers(), atSegment));
        return set.last();
    }

    private void endSet(TransactionSet whole) {
        group.add(whole);
        interchange.count(whole.summary());
        handler.transactionSet(whole);
    }

    /** The last segment is a GE. */
    private void endGroup() {
        if (groupIsMissing && !isX12()) {
            stopGroup(last);
        }
        if (group == null) {
            missingGroup();
        }
        endGroup(groupIsMissing ? group.endOfMissing() : group.end(last));
    }

    /** Something else than a GE comes after {@code previous}; ends the open group, if any. */
    private void stopGroup(Segment previous) {
        if (group != null) {
            endGroup(groupIsMissing ? group.endOfMissing() : group.endWithoutTrailer(previous));
        }
    }

    private void endGroup(GroupSummary summary) {
        group = null;
        interchange.add(summary, !groupIsMissing);
        handler.groupEnds(interchange.header(), summary);
    }

    /** The file ends, or another interchange begins, before the IEA. */
    private void stopInterchange() throws IOException {
        if (set.isOpen()) {
            last = endSetWithoutTrailer(false);
        }
        stopGroup(last);
        endInterchange(interchange.endWithoutTrailer(last));
    }

    private void endInterchange(InterchangeSummary summary) {
        interchange = null;
        set.notes().take().forEach(handler::problem);
        handler.interchangeEnds(summary);
    }

    private void empty() {
        if (interchange.isFull()) {
            return;
        }
        if (set.isOpen()) {
            set.empty();
        } else {
            interchange
                    .problems()
                    .add(
                            Fault.SEGMENT_EMPTY,
                            last,
                            0,
                            "There is an empty segment at byte " + tokenizer.offset()
                                    + ", after this one; leave out the terminator that is too many.");
        }
    }

    private void oversized() throws IOException {
        if (interchange.isFull()) {
            return;
        }
        if (set.isOpen()) {
            set.addOversized();
            return;
        }
        last = copy();
        interchange
                .problems()
                .add(
                        Fault.SEGMENT_OUTSIDE_GROUP,
                        last,
                        0,
                        "A segment of more than " + limits.segmentBytes()
                                + " bytes stands outside any transaction set; check its terminator.");
    }

    /** Line ends stand for a terminator that was forgotten at the end of the file. */
    private void unterminated() {
        if (!tokenizer.isTerminated()
                && !tokenizer.delimiters().segment().equals("\n")
                && !tokenizer.delimiters().segment().equals("\r")) {
            interchange
                    .problems()
                    .add(
                            Fault.LAST_SEGMENT_UNTERMINATED,
                            last,
                            0,
                            "The segment ends without a terminator; send one after each segment.");
        }
    }

    private Segment copy() {
        return tokenizer.copy(segments, 1);
    }
}
