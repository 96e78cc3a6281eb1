package io.lotwire.wire.api;

/** Tells which programs of the owner's own may ask, beside those that have a partner's token; answered by whoever keeps their keys. */
public interface ApiAskers {
    /** What a program may. */
    enum Verdict {
        /** It may ask. */
        MAY_ASK,
        /** It is known, and may not. */
        MAY_NOT,
        /** It shows no key that is in force. */
        NOT_KNOWN
    }

    /**
     * Whether a program shows a key of this kind, in force or not. It asks nobody, so that the event loop may ask it.
     *
     * @param authorization the header of this name, null when there is none
     */
    boolean isKey(String authorization);

    /**
     * What the program may that shows a key. It waits for the database.
     *
     * @param authorization a header for which {@link #isKey} holds
     */
    Verdict of(String authorization);
}
