package io.lotwire.compliance;

import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.partner.FoodTraceability;
import io.lotwire.partner.FoodTraceability.Role;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What profiles say about the food traceability rule.
 *
 * @param lotCodeIsTlc whether lot codes are traceability lot codes although documents call them lots or batches
 * @param enforcedFrom the day before which nobody enforces the rule
 * @param roles what partners are to the food, by their names
 */
public record Terms(boolean lotCodeIsTlc, LocalDate enforcedFrom, Map<String, Role> roles) {
    /** Those of an installation whose profiles say nothing about it. */
    public static final Terms USUAL = new Terms(false, FoodTraceability.NO_ENFORCEMENT_BEFORE, Map.of());

    public Terms {
        roles = Map.copyOf(roles);
    }

    /** Those of profiles. */
    public static Terms of(Profiles profiles) {
        FoodTraceability owner = profiles.self().map(Profile::foodTraceability).orElse(FoodTraceability.USUAL);
        Map<String, Role> roles = new HashMap<>();
        for (Profile profile : profiles.good()) {
            if (profile.foodTraceability().role() != null) {
                roles.put(profile.name(), profile.foodTraceability().role());
            }
        }
        return new Terms(owner.lotCodeIsTlc(), owner.enforcedFrom(), roles);
    }

    /** What a partner is to the food, null for nothing special. */
    Role role(String partner) {
        return roles.get(partner);
    }

    /** Whether the code of a lot is a traceability lot code. */
    boolean isTlc(Lot lot) {
        return lotCodeIsTlc || lot.kind() == LotKind.TLC;
    }
}
