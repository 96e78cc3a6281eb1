package io.lotwire.registry.record;

import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.RegistryChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lot with all that is known of it.
 *
 * @param known its facts
 * @param expiry when it expires, stated or derived; empty when neither
 * @param parts the parts of its code, when its source has a pattern that it is made by
 * @param statements who stated which fact since when, each value of a fact once
 * @param statuses in what ways it may not go, or might not
 * @param changes what persons changed
 */
public record LotRecord(
        KnownRecord known,
        Optional<Expiry> expiry,
        Map<String, String> parts,
        List<Statement> statements,
        List<LotStatus> statuses,
        List<RegistryChange> changes) {

    /** Its code. */
    public String code() {
        return known.fact("lot").orElse("");
    }

    /** Its product's GTIN. */
    public Optional<String> gtin() {
        return known.fact("gtin");
    }
}
