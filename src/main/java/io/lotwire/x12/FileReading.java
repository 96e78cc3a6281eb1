package io.lotwire.x12;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;

/** The reading of one file: which segment may follow which, and what begins and ends with it. */
final class FileReading {
    private static final int FIRST_BYTES = 64;

    private final String file;
    private final Tokenizer tokenizer;
    private final Limits limits;
    private final InterchangeHandler handler;
    private final OutsideText outside = new OutsideText();
    private int segments;
    private int interchanges;
    private InterchangeReading interchange;
    private GroupReading group;
    private boolean groupIsMissing;
    private SetReading set;
    private Segment last;

    FileReading(String file, Tokenizer tokenizer, Limits limits, InterchangeHandler handler) {
        this.file = file;
        this.tokenizer = tokenizer;
        this.limits = limits;
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
        last = tokenizer.copyTo(new SegmentStore(tokenizer.delimiters(), segments));
        interchange = new InterchangeReading(file, InterchangeHeader.of(last), limits);
        outside.report(handler, file);
        handler.interchangeBegins(interchange.header());
        interchange.checkHeader(length);
        return true;
    }

    /** Takes a segment; false when it ends the interchange. */
    private boolean segment() {
        if (set != null && !endsSet()) {
            set.add(tokenizer);
            last = null;
            return true;
        }
        if (set != null && tokenizer.is("SE")) {
            set.add(tokenizer);
            endSet(true);
            last = copy();
            unterminated();
            return true;
        }
        Segment previous = set == null ? last : set.last();
        last = copy();
        unterminated();
        if (set != null) {
            endSet(false);
        }
        if (tokenizer.is("ST")) {
            beginSet();
        } else if (tokenizer.is("GS")) {
            stopGroup(previous);
            beginGroup(GroupHeader.of(last), false);
        } else if (tokenizer.is("GE")) {
            endGroup();
        } else if (tokenizer.is("IEA")) {
            stopGroup(previous);
            endInterchange(interchange.end(last));
            return false;
        } else {
            between();
        }
        return true;
    }

    private boolean endsSet() {
        return tokenizer.is("SE")
                || tokenizer.is("ST")
                || tokenizer.is("GE")
                || tokenizer.is("GS")
                || tokenizer.is("IEA");
    }

    private void between() {
        if (group == null && tokenizer.is("TA1")) {
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
        return tokenizer.is("ISB") || tokenizer.is("ISE") || tokenizer.is("TA3");
    }

    private void beginSet() {
        if (group == null) {
            missingGroup();
        }
        set = new SetReading(file, interchange.header(), group.header(), limits, tokenizer, segments);
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

    private void endSet(boolean hasTrailer) {
        TransactionSet whole = set.end(hasTrailer, group.controlNumbers());
        set = null;
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
    private void stopInterchange() {
        if (set != null) {
            last = set.last();
            endSet(false);
        }
        stopGroup(last);
        endInterchange(interchange.endWithoutTrailer(last));
    }

    private void endInterchange(InterchangeSummary summary) {
        interchange = null;
        handler.interchangeEnds(summary);
    }

    private void empty() {
        if (set != null) {
            set.empty(tokenizer);
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

    private void oversized() {
        if (set != null) {
            set.addOversized(tokenizer);
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
        return tokenizer.copyTo(new SegmentStore(tokenizer.delimiters(), segments));
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
