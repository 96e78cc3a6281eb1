package io.lotwire.document;

/**
 * One of the documents that the events for a subscription are split into.
 *
 * @param number which of them, from 1
 * @param of how many they are
 */
public record Part(int number, int of) {
    /** What is not split. */
    public static final Part WHOLE = new Part(1, 1);

    /**
     * The number of this document, which no other part has: a partner takes a notice that comes under a number again for the same
     * one.
     *
     * @param document the number of the whole, such as {@code GV001}; {@code ""} when it has none
     * @return such as {@code GV001-2}; the same where nothing is split
     */
    public String numbered(String document) {
        return of == 1 || document.isEmpty() ? document : document + "-" + number;
    }
}
