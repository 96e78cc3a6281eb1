package io.lotwire.access;

/**
 * What came of a change to who may what.
 *
 * @param <T> what was to be changed
 */
public sealed interface Change<T> {
    /**
     * It is done.
     *
     * @param now how it is now
     */
    record Done<T>(T now) implements Change<T> {}

    /**
     * It cannot be done, and nothing was changed.
     *
     * @param why in a sentence, with what to do instead
     */
    record NotPossible<T>(String why) implements Change<T> {}
}
