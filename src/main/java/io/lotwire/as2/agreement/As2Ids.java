package io.lotwire.as2.agreement;

import io.lotwire.as2.mime.QuotedString;
import java.util.Objects;

/**
 * The pair of AS2 names that a message travels under (RFC 4130 section 6.2). Names are compared after unquoting; case
 * and inner spaces matter.
 *
 * @param from the sender's name, unquoted
 * @param to the receiver's name, unquoted
 */
public record As2Ids(String from, String to) {
    /** The longest AS2 name (RFC 4130 section 6.2), in characters. */
    public static final int MAX_LENGTH = 128;

    public As2Ids {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** The names that the values of {@code AS2-From} and {@code AS2-To} stand for. */
    public static As2Ids ofHeaders(String from, String to) {
        return new As2Ids(QuotedString.unquoted(from), QuotedString.unquoted(to));
    }

    /** The pair of the answer. */
    public As2Ids reversed() {
        return new As2Ids(to, from);
    }

    /** {@code from -> to}, for people. */
    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
