package io.lotwire.inspect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads pages of lines: from the beginning of the document, as their numbers are wanted. */
final class LineReading {
    private static final int BUFFER = 1 << 16;

    private final Content content;
    private final int most;
    /** Where the lines before the page begin, those of one page. */
    private final long[] before;

    private final byte[] beginning = new byte[SegmentPage.MOST_OF_SEGMENT];
    private final List<TextLine> lines = new ArrayList<>();
    private int number;
    private long shown;

    LineReading(Content content, int most) {
        this.content = content;
        this.most = most;
        this.before = new long[most];
    }

    LinePage at(long offset) throws IOException {
        long from = 0;
        OptionalLong next = OptionalLong.empty();
        try (InputStream bytes = new BufferedInputStream(content.stream(), BUFFER)) {
            while (from < content.size() && next.isEmpty()) {
                long length = readLine(bytes);
                long end = Math.min(from + length + 1, content.size());
                boolean isFull = lines.size() == most || shown > SegmentPage.MOST_BYTES;
                if (end > offset && isFull) {
                    next = OptionalLong.of(from);
                } else if (end > offset) {
                    add(from, length);
                } else {
                    before[number % most] = from;
                    number++;
                }
                from = end;
            }
        }
        int first = number - lines.size();
        OptionalLong previous =
                first == 0 ? OptionalLong.empty() : OptionalLong.of(first <= most ? 0 : before[first % most]);
        return new LinePage(lines, content.size(), previous, next);
    }

    /** Passes a line and its end; its first bytes are kept. */
    private long readLine(InputStream bytes) throws IOException {
        long length = 0;
        for (int b = bytes.read(); b >= 0 && b != '\n'; b = bytes.read()) {
            if (length < beginning.length) {
                beginning[(int) length] = (byte) b;
            }
            length++;
        }
        return length;
    }

    private void add(long from, long length) {
        int kept = (int) Math.min(length, beginning.length);
        boolean hasReturn = length == kept && kept > 0 && beginning[kept - 1] == '\r';
        int shownBytes = hasReturn ? kept - 1 : kept;
        number++;
        shown += shownBytes;
        lines.add(new TextLine(
                number,
                from,
                from + (hasReturn ? length - 1 : length),
                new String(Arrays.copyOf(beginning, shownBytes), StandardCharsets.UTF_8),
                length > kept));
    }
}
