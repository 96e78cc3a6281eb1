package io.lotwire.partner;

import java.time.LocalDate;

/**
 * What a profile says about the food traceability rule (21 CFR part 1, subpart S).
 *
 * @param role what they are to the food before others ship and receive it, null for nothing special
 * @param lotCodeIsTlc of the owner: whether lot codes are traceability lot codes although documents call them lots or batches
 * @param enforcedFrom of the owner: the day before which nobody enforces the rule
 */
public record FoodTraceability(Role role, boolean lotCodeIsTlc, LocalDate enforcedFrom) {
    /** No enforcement before that day, says section 780 of the Continuing Appropriations and Extensions Act, 2026. */
    public static final LocalDate NO_ENFORCEMENT_BEFORE = LocalDate.of(2028, 7, 20);

    /** Nothing special. */
    public static final FoodTraceability USUAL = new FoodTraceability(null, false, NO_ENFORCEMENT_BEFORE);

    /** What a partner is to food that is new to the supply chain. */
    public enum Role {
        /** What they ship was harvested by them, and not packed yet. */
        HARVESTER,
        /** What they ship was cooled by them, and not packed yet. */
        COOLER,
        /** What they pack was not packed before. */
        PACKER,
        /** What they receive comes from fishing vessels. */
        FIRST_LAND_BASED_RECEIVER
    }
}
