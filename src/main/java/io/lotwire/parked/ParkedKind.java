package io.lotwire.parked;

import io.lotwire.lot.Word;
import java.util.Optional;

/** What can be parked. */
public enum ParkedKind {
    /** What came in, as a whole: a row of the inbox. */
    FILE("inbox"),
    /** A transaction set. */
    DOCUMENT("transaction_set"),
    /** Something that was to go out. */
    DELIVERY("delivery");

    private final String table;

    ParkedKind(String table) {
        this.table = table;
    }

    /** Such as {@code file}. */
    public String word() {
        return Word.of(this);
    }

    /** The kind of a word. */
    public static Optional<ParkedKind> of(String word) {
        return Word.constant(ParkedKind.class, word);
    }

    /** The table of its rows. */
    String table() {
        return table;
    }
}
