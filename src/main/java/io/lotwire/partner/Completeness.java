package io.lotwire.partner;

import java.util.Set;

/**
 * How complete a document must be before it leaves, for the food traceability rule (21 CFR part 1, subpart S).
 *
 * @param missing what becomes of a document that lacks something
 * @param elements the key data elements that its customer asks for
 */
public record Completeness(Missing missing, Set<Element> elements) {
    public Completeness {
        elements = Set.copyOf(elements);
    }

    /** What becomes of a document that lacks something. */
    public enum Missing {
        /** It waits for a person, with all that is missing. */
        PARK,
        /** It leaves, and the log says what is missing. */
        WARN
    }

    /** What whoever ships food must give to whom it goes to (21 CFR 1.1340(b)). */
    public enum Element {
        TLC,
        QUANTITY,
        PRODUCT,
        RECIPIENT,
        SHIP_FROM,
        DATE,
        TLC_SOURCE
    }
}
