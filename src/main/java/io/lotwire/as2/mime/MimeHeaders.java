package io.lotwire.as2.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Headers in order, unfolded, looked up whatever their case. */
public final class MimeHeaders {
    private record Field(String name, String value) {}

    private final List<Field> fields;

    private MimeHeaders(List<Field> fields) {
        this.fields = fields;
    }

    /** The headers of an HTTP message. */
    public static MimeHeaders ofHttp(Map<String, List<String>> headers) {
        List<Field> fields = new ArrayList<>();
        headers.forEach((name, values) -> {
            if (name != null) {
                values.forEach(value -> fields.add(new Field(name, value.strip())));
            }
        });
        return new MimeHeaders(fields);
    }

    /** Reads a header block; lines end in CRLF or LF, folded lines begin with a space or tab (RFC 5322 section 2.2.3). */
    public static MimeHeaders parse(String block) {
        List<Field> fields = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int start = 0; start <= block.length(); ) {
            int end = endOfLine(block, start);
            String next = block.substring(start, end > start && block.charAt(end - 1) == '\r' ? end - 1 : end);
            if (!next.startsWith(" ") && !next.startsWith("\t")) {
                add(fields, line.toString());
                line.setLength(0);
            }
            line.append(next);
            start = end + 1;
        }
        add(fields, line.toString());
        return new MimeHeaders(fields);
    }

    private static int endOfLine(String block, int start) {
        int end = block.indexOf('\n', start);
        return end < 0 ? block.length() : end;
    }

    private static void add(List<Field> fields, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            fields.add(new Field(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    /** The first value under this name, {@code ""} when there is none. */
    public String first(String name) {
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return field.value;
            }
        }
        return "";
    }

    /** Whether a header of this name is there. */
    public boolean has(String name) {
        return occurrences(name) > 0;
    }

    /** How often a header of this name is there. */
    public int occurrences(String name) {
        int count = 0;
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                count++;
            }
        }
        return count;
    }

    /** Bytes of names and values, roughly. */
    public long size() {
        long size = 0;
        for (Field field : fields) {
            size += field.name.length() + field.value.length() + 4L;
        }
        return size;
    }
}
