package io.lotwire.lot;

import java.util.List;

/**
 * A statement about goods that a document confirms or denies, such as the transaction statement of who sells a medicine (21 U.S.C.
 * 360eee(27)). In X12 it is a YNQ.
 *
 * @param code which statement, as sent (YNQ09, or YNQ01), {@code ""} where it is told in words
 * @param list the list that the code is of (YNQ08), {@code ""} where none is named
 * @param words the statement itself where it has no code (YNQ10), else {@code ""}
 * @param answer whether it is confirmed (YNQ02), null for a code that nobody knows
 * @param texts what is said beside it (YNQ05 to YNQ07), to the character
 */
public record TransactionStatement(String code, String list, String words, Answer answer, List<String> texts) {
    public TransactionStatement {
        texts = List.copyOf(texts);
    }

    /** X12 element 1073. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN,
        NOT_APPLICABLE
    }

    /** True when both answer the same question, whatever they say. */
    public boolean isAbout(TransactionStatement other) {
        return code.equals(other.code) && list.equals(other.list) && words.equals(other.words);
    }
}
