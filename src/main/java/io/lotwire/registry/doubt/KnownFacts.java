package io.lotwire.registry.doubt;

import io.lotwire.lot.Lot;
import io.lotwire.registry.master.KnownProduct;
import io.lotwire.registry.master.LotStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the lot of an event.
 *
 * @param lot its facts before the event; empty when it was not known
 * @param originGln GLN of the party that first shipped it, {@code ""} when not known
 * @param product its product; empty when not known
 * @param standing in what ways it may not go
 */
public record KnownFacts(
        Optional<Lot> lot, String originGln, Optional<KnownProduct> product, List<LotStatus> standing) {
    public KnownFacts {
        standing = List.copyOf(standing);
    }
}
