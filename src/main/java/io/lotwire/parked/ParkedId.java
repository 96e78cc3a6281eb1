package io.lotwire.parked;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a parked thing is named, such as {@code document-812}.
 *
 * @param kind what it is
 * @param row its number among those of its kind
 */
public record ParkedId(ParkedKind kind, long row) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)-([1-9][0-9]{0,17})");

    /** The thing of a name; empty when it is none. */
    public static Optional<ParkedId> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? ParkedKind.of(parts.group(1)).map(kind -> new ParkedId(kind, Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return kind.word() + "-" + row;
    }
}
