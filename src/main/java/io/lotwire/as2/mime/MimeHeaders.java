package io.lotwire.as2.mime;

import java.nio.charset.StandardCharsets;
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
    public static MimeHeaders parse(byte[] block) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(block, StandardCharsets.UTF_8).split("\r?\n", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line);
            } else {
                lines.add(line);
            }
        }
        List<Field> fields = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return new MimeHeaders(fields);
    }

    /** The first value under this name, {@code ""} when there is none. */
    public String first(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Whether a header of this name is there. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equalsIgnoreCase(name));
    }

    /** How often a header of this name is there. */
    public int occurrences(String name) {
        return (int) fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .count();
    }

    /** Bytes of names and values, roughly. */
    public long size() {
        return fields.stream()
                .mapToLong(field -> field.name.length() + field.value.length() + 4L)
                .sum();
    }
}
