package io.lotwire.partner;

import java.time.Duration;

/**
 * What happens when an interchange comes under a control number that its sender has used before (ISA13, UNB05). With other
 * content it is always rejected; with the same content nothing happens twice.
 *
 * @param lookBack for how long a control number is taken; after it, it may be used anew
 * @param same what the sender of the same content hears
 */
public record Repeats(Duration lookBack, Same same) {
    /** For as long as the ledger reaches back: a thousand years. */
    private static final Duration FOREVER = Duration.ofDays(365_000);

    /** What is usual: control numbers are taken for ever, and a repeat is answered as before. */
    public static final Repeats USUAL = new Repeats(FOREVER, Same.ANSWER);

    /** What the sender of the same interchange hears. */
    public enum Same {
        /** The same as the first time. */
        ANSWER,
        /** That it is a duplicate: a TA1 with note code 025. */
        REJECT
    }
}
