package io.lotwire.registry.signal;

/** What may be wrong with a lot. */
public enum Trouble {
    /** Some of it was sent back. */
    RETURNED("were returned"),
    /** Some of it was missed where it should have come. */
    SHORT("were short"),
    /** Some of it came damaged. */
    DAMAGED("were damaged"),
    /** It was received later after it was shipped than is taken for normal; told of lanes alone. */
    LATE("came late"),
    /** It was warmer or colder than its product bears. */
    EXCURSION("were too warm or too cold"),
    /** It was recalled. */
    RECALLED("were recalled");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** What happened to lots, in words. */
    public String words() {
        return words;
    }
}
