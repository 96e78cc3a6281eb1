package io.lotwire.parked;

/** What came of what a person wanted to do about a parked thing. */
public sealed interface Deed {
    /**
     * It is done.
     *
     * @param thing as it stood before
     */
    record Done(ParkedThing thing) implements Deed {}

    /**
     * It cannot be done, and nothing was changed.
     *
     * @param why in a sentence, with what to do instead
     */
    record NotPossible(String why) implements Deed {}
}
