package io.lotwire.compliance;

import java.time.LocalDate;

/** From when the rule is enforced, as far as an installation's owner says. */
public final class Enforcement {
    private Enforcement() {}

    /** In words, for what is shown with scores and gaps. */
    public static String words(Terms terms, LocalDate today) {
        return today.isBefore(terms.enforcedFrom())
                ? "No enforcement before " + terms.enforcedFrom()
                        + " (21 CFR part 1, subpart S); customers may ask for these key data elements earlier."
                : "21 CFR part 1, subpart S may be enforced since " + terms.enforcedFrom() + ".";
    }
}
