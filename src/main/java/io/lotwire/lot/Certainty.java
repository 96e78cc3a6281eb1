package io.lotwire.lot;

import java.util.List;

/**
 * How a lot is known, where a document does not simply state it.
 *
 * @param kind how it is known
 * @param rule by which rule it was inferred, {@code ""} where it was not
 * @param among the lots of which it is one, empty where it is one alone
 */
public record Certainty(Kind kind, String rule, List<String> among) {
    /** How a lot can be known. */
    public enum Kind {
        /** Read from the goods themselves. */
        SCANNED,
        STATED,
        INFERRED,
        ONE_OF
    }

    public Certainty {
        among = List.copyOf(among);
    }

    /** That of a lot which follows from others by a rule. */
    public static Certainty inferred(String rule) {
        return new Certainty(Kind.INFERRED, rule, List.of());
    }
}
