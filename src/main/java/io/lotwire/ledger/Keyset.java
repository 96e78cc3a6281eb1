package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a row in a list: the next page begins after it. Rows that are added or leave meanwhile make no other row come twice or
 * be missed, as it happens where rows are counted.
 *
 * @param key by what the list is ordered before the number; {@code ""} where it is ordered by the number alone
 * @param id the row's number, which no other row of the list has
 */
public record Keyset(String key, long id) {
    /** The form of cursors. One of another form is not read. */
    private static final String VERSION = "1";

    private static final int FILTER_DIGITS = 8;
    /** No cursor of ours is longer. */
    private static final int LONGEST_CURSOR = 1000;

    private static final Pattern WRITTEN = Pattern.compile(
            VERSION + "\\|([0-9a-f]{" + FILTER_DIGITS + "})\\|(\\P{Cntrl}*)\\|(0|[1-9][0-9]{0,17})", Pattern.DOTALL);

    /** Years of four digits alone: the database knows no others that Java does. */
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-.*Z");

    /** By what a list is ordered. */
    public enum Order {
        /** By the number of rows. */
        BY_ID,
        /** By a time, then by the number. */
        BY_TIME,
        /** By a text, then by the number. */
        BY_TEXT
    }

    /** What a cursor comes to. */
    public sealed interface Reading {
        /**
         * It is good.
         *
         * @param keyset after what the page begins
         */
        record Good(Keyset keyset) implements Reading {}

        /** It is of a list of other things, or with other filters: the list is to be read from its beginning. */
        record OfOtherQuestion() implements Reading {}

        /** It is no cursor of ours. */
        record Unreadable() implements Reading {}
    }

    /** A place in a list that is ordered by the number alone. */
    public static Keyset of(long id) {
        return new Keyset("", id);
    }

    /** A place in a list that is ordered by a time, then by the number. */
    public static Keyset of(Instant time, long id) {
        return new Keyset(time.toString(), id);
    }

    /**
     * Reads what {@link #cursor} wrote, wherever it was since then.
     *
     * @param cursor as it came
     * @param question what is asked now, as for {@link #cursor}
     * @param order by what its list is ordered; the key of a good keyset fits it
     */
    public static Reading read(String cursor, String question, Order order) {
        Matcher parts = WRITTEN.matcher(decoded(cursor));
        if (!parts.matches() || !fits(parts.group(2), order)) {
            return new Reading.Unreadable();
        }
        return parts.group(1).equals(digits(question))
                ? new Reading.Good(new Keyset(parts.group(2), Long.parseLong(parts.group(3))))
                : new Reading.OfOtherQuestion();
    }

    /**
     * As it is handed out, in letters that an address may have. It is no secret and no proof: what is shown is for the question to
     * decide, not for the cursor.
     *
     * @param question what was asked, in any words that are the same whenever the same is asked of the same list, such as its name and
     *     {@code toString} of the record of its filters
     */
    public String cursor(String question) {
        String written = VERSION + "|" + digits(question) + "|" + key + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The time of a list that is ordered by one.
     *
     * @throws DateTimeException when it is ordered otherwise
     */
    public Instant time() {
        return Instant.parse(key);
    }

    private static String digits(String question) {
        return Sha256.hex(question).substring(0, FILTER_DIGITS);
    }

    /** The text of a cursor; {@code ""} when it is none. */
    private static String decoded(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) {
            return "";
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return "";
        }
    }

    private static boolean fits(String key, Order order) {
        return switch (order) {
            case BY_ID -> key.isEmpty();
            case BY_TEXT -> true;
            case BY_TIME -> isTime(key);
        };
    }

    private static boolean isTime(String key) {
        if (!TIME.matcher(key).matches()) {
            return false;
        }
        try {
            Instant.parse(key);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
