package io.lotwire.as2.mime;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a multipart body in one pass over its bytes (RFC 2046 section 5.1.1). The line break before a
 * boundary belongs to the boundary, not to the part.
 */
public final class Multipart {
    private enum Match {
        /** Not at a boundary; waits for the next line. */
        NONE,
        /** At the start of a line, still equal to the boundary. */
        DELIMITER,
        /** After a whole boundary, in what may follow it on its line. */
        TAIL
    }

    private final byte[] delimiter;
    private final long bodyStart;
    private final int maxParts;
    private final List<MimePart> parts = new ArrayList<>();
    private final MimePart whole;
    private final int headerLimit;
    private long partStart = -1;
    private boolean closed;

    private Multipart(MimePart whole, String boundary, int maxParts, int headerLimit) {
        this.whole = whole;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        this.bodyStart = whole.bodyStart();
        this.maxParts = maxParts;
        this.headerLimit = headerLimit;
    }

    /** The parts in order, at least one. */
    public static List<MimePart> split(MimePart whole, int maxParts, int headerLimit)
            throws IOException, RefusalException {
        String boundary = whole.contentType().parameter("boundary");
        if (boundary.isEmpty() || boundary.length() > 200) {
            throw new RefusalException(Refusal.MALFORMED, "A multipart states no boundary that can be used");
        }
        Multipart multipart = new Multipart(whole, boundary, maxParts, headerLimit);
        multipart.scan();
        if (!multipart.closed || multipart.parts.isEmpty()) {
            throw new RefusalException(
                    Refusal.MALFORMED, "A multipart is cut off: its closing boundary '" + boundary + "' is missing");
        }
        return multipart.parts;
    }

    private void scan() throws IOException, RefusalException {
        byte[] buffer = new byte[(int) Math.min(Content.BUFFER, 1 + whole.bodyLength())];
        Match match = Match.DELIMITER;
        int matched = 0;
        int dashes = 0;
        boolean padding = false;
        long lineStart = bodyStart;
        int breakLength = 0;
        int previous = -1;
        long position = bodyStart;
        try (InputStream in = whole.body().open()) {
            for (int length = in.read(buffer); length >= 0 && !closed; length = in.read(buffer)) {
                for (int i = 0; i < length && !closed; i++) {
                    if (match == Match.NONE) {
                        int skipped = endOfLine(buffer, i, length);
                        previous = skipped == i ? previous : buffer[skipped - 1];
                        i = skipped;
                        if (i == length) {
                            break;
                        }
                    }
                    byte b = buffer[i];
                    if (match == Match.DELIMITER && b == delimiter[matched]) {
                        matched++;
                        if (matched == delimiter.length) {
                            match = Match.TAIL;
                            dashes = 0;
                            padding = false;
                        }
                    } else if (match == Match.TAIL && b == '-' && dashes < 2 && !padding) {
                        dashes++;
                    } else if (match == Match.TAIL && (b == ' ' || b == '\t' || b == '\r') && dashes != 1) {
                        padding = true;
                    } else if (b == '\n') {
                        if (match == Match.TAIL && dashes != 1) {
                            boundaryAt(lineStart - breakLength, position + i + 1, dashes == 2);
                        }
                        match = Match.DELIMITER;
                        matched = 0;
                        lineStart = position + i + 1;
                        breakLength = previous == '\r' ? 2 : 1;
                    } else {
                        match = Match.NONE;
                    }
                    previous = b;
                }
                position += length;
            }
        }
        if (!closed && match == Match.TAIL && dashes == 2) {
            boundaryAt(lineStart - breakLength, position, true);
        }
    }

    private static int endOfLine(byte[] buffer, int from, int length) {
        int end = from;
        while (end < length && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void boundaryAt(long partEnd, long nextStart, boolean closing) throws IOException, RefusalException {
        if (partStart >= 0) {
            if (parts.size() == maxParts) {
                throw new RefusalException(Refusal.TOO_LARGE, "A multipart has more than " + maxParts + " parts");
            }
            parts.add(MimePart.read(whole.source(), partStart, Math.max(partStart, partEnd), headerLimit));
        }
        partStart = nextStart;
        closed = closing;
    }
}
