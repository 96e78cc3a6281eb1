package io.lotwire.x12;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
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
        IsaReading isa = tokenizer.openInterchange();
        interchanges++;
        segments++;
        if (!isa.isComplete()) {
            handler.problem(Problem.error(
                    Fault.ISA_INCOMPLETE,
                    new Place(file, "", "", "", segments, "ISA", 0, 0, 0, tokenizer.offset()),
                    "The ISA has not its 16 elements and terminator, so the interchange cannot be read; send it again"
                            + " whole."));
            outside.forgive();
            return false;
        }
        int length = isa.lengthWithoutLineEnds();
        last = copy();
        interchange = new InterchangeReading(file, InterchangeHeader.of(last), limits);
        set.use(plans.apply(interchange.header()));
        outside.report(handler, file);
        handler.interchangeBegins(interchange.header());
        interchange.checkHeader(length);
        return true;
    }

    /** Takes a segment; false when it ends the interchange. */
    private boolean segment() throws IOException {
        int id = tokenizer.id();
        if (set.isOpen() && !isEnvelope(id)) {
            set.add();
            return true;
        }
        if (set.isOpen() && id == SegmentId.SE) {
            endSet(set.end(group.controlNumbers()));
            last = copy();
            unterminated();
            return true;
        }
        Segment previous = set.isOpen() ? endSetWithoutTrailer(true) : last;
        last = copy();
        unterminated();
        if (id == SegmentId.ST) {
            beginSet();
        } else if (id == SegmentId.GS) {
            stopGroup(previous);
            beginGroup(GroupHeader.of(last), false);
        } else if (id == SegmentId.GE) {
            endGroup();
        } else if (id == SegmentId.IEA) {
            stopGroup(previous);
            endInterchange(interchange.end(last));
            return false;
        } else {
            between();
        }
        return true;
    }

    private static boolean isEnvelope(int id) {
        return id == SegmentId.SE
                || id == SegmentId.ST
                || id == SegmentId.GE
                || id == SegmentId.GS
                || id == SegmentId.IEA;
    }

    private void between() {
        if (group == null && last.is("TA1")) {
            interchange.add(InterchangeAcknowledgement.of(last));
        } else if (group != null) {
            group.problems()
                    .add(
                            Fault.SEGMENT_OUTSIDE_SET,
                            last,
                            0,
                            "Segment " + last.id()
                                    + " stands outside any transaction set; put it between ST and SE, or leave it"
                                    + " out.");
        } else if (!isInterchangeService()) {
            interchange
                    .problems()
                    .add(
                            Fault.SEGMENT_OUTSIDE_GROUP,
                            last,
                            0,
                            "Segment " + last.id() + " stands outside any group; put it between GS and GE, or leave it"
                                    + " out.");
        }
    }

    /** Deferred delivery and interchange services may stand between ISA and GS (X12.5). */
    private boolean isInterchangeService() {
        return last.is("ISB") || last.is("ISE") || last.is("TA3");
    }

    private void beginSet() {
        if (group == null) {
            missingGroup();
        }
        set.begin(interchange.header(), group.header(), segments);
    }

    private void missingGroup() {
        interchange
                .problems()
                .add(
                        Fault.GROUP_HEADER_MISSING,
                        last,
                        0,
                        "Segment " + last.id() + " stands outside any group; send GS before it and GE after it.");
        beginGroup(GroupHeader.MISSING, true);
    }

    private void beginGroup(GroupHeader header, boolean missing) {
        group = new GroupReading(file, interchange.header(), header, last, limits);
        groupIsMissing = missing;
        if (!missing) {
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
        handler.transactionSet(whole);
    }

    /** The last segment is a GE. */
    private void endGroup() {
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
        interchange.add(summary);
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
        handler.interchangeEnds(summary);
    }

    private void empty() {
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

    /** What stands between interchanges. */
    private static final class OutsideText implements Tokenizer.Skipped {
        private static final int KEPT = 20;

        private final StringBuilder start = new StringBuilder();
        private long bytes;
        private long offset;
        private boolean forgiven;

        @Override
        public void take(byte b, long at) {
            boolean byteOrderMark = at < 3 && (b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF);
            boolean filler = Tokenizer.isFiller(b);
            if (byteOrderMark || forgiven || (filler && bytes == 0)) {
                return;
            }
            if (bytes == 0) {
                offset = at;
            }
            if (start.length() < KEPT) {
                start.append((char) (b & 0xFF));
            }
            bytes = filler ? bytes : at - offset + 1;
        }

        /** What follows an ISA that could not be read belongs to it, and was reported with it. */
        void forgive() {
            forgiven = true;
        }

        void report(InterchangeHandler handler, String file) {
            if (bytes > 0) {
                handler.problem(Problem.warning(
                        Fault.TEXT_OUTSIDE_INTERCHANGE,
                        new Place(file, "", "", "", 0, "", 0, 0, 0, offset),
                        bytes + " bytes stand outside any interchange, beginning with '"
                                + start.toString().strip().replaceAll("\\p{Cntrl}", "?") + "'; leave them out."));
            }
            start.setLength(0);
            bytes = 0;
            forgiven = false;
        }
    }
}
