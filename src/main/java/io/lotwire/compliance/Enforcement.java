package io.lotwire.compliance;

import io.lotwire.partner.Completeness;
import java.time.LocalDate;

/** From when rules are enforced, as far as an installation's owner says. */
public final class Enforcement {
    private static final String MEDICINES =
            "21 U.S.C. 360eee-1: transaction information and statement go with each transfer of a medicine.";

    private Enforcement() {}

    /** That of a rule in words, for what is shown with scores. */
    public static String words(Completeness.Rule rule, Terms terms, LocalDate today) {
        return switch (rule) {
            case FSMA_204 -> words(terms, today);
            case DSCSA -> MEDICINES;
        };
    }

    /** That of the food traceability rule in words, for what is shown with gaps. */
    public static String words(Terms terms, LocalDate today) {
        return today.isBefore(terms.enforcedFrom())
                ? "No enforcement before " + terms.enforcedFrom()
                        + " (21 CFR part 1, subpart S); customers may ask for these key data elements earlier."
                : "21 CFR part 1, subpart S may be enforced since " + terms.enforcedFrom() + ".";
    }
}
