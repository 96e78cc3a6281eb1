package io.lotwire.as2.mime;

import java.util.UUID;
import java.util.regex.Pattern;

/** The Message-ID: made unique, and checked before it is quoted in an answer (RFC 5322 section 3.6.4). */
public final class MessageIdHeader {
    private static final int MAX_LENGTH = 998;
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");

    private MessageIdHeader() {}

    /** A new one, with its angle brackets. */
    public static String next(String as2Name) {
        String host = UNUSUAL.matcher(as2Name).replaceAll("-");
        return "<" + UUID.randomUUID() + "@" + (host.isEmpty() ? "lotwire" : host) + ">";
    }

    /** Whether a received id can be kept and quoted: printable characters within one line. */
    public static boolean usable(String id) {
        return !id.isBlank() && id.length() <= MAX_LENGTH && id.chars().noneMatch(Character::isISOControl);
    }

    /** Ids compare without their angle brackets, which some servers drop. */
    public static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String id) {
        String text = id.strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }
}
