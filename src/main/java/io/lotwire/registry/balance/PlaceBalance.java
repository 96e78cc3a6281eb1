package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is told of goods of a lot at one place, in one unit: what came is on hand or left.
 *
 * @param place where
 * @param unit in what unit, {@code ""} where documents tell none
 * @param postings by what goods came and left, without those of which there were none
 * @param complete false where documents leave a quantity out, so that there may be more or less
 */
public record PlaceBalance(TracedParty place, String unit, Map<Posting, Amount> postings, boolean complete) {
    public PlaceBalance {
        postings = Map.copyOf(postings);
    }

    /** All that came. */
    public Amount came() {
        return sum(true);
    }

    /** All that left. */
    public Amount left() {
        return sum(false);
    }

    private Amount sum(boolean comes) {
        return postings.entrySet().stream()
                .filter(each -> each.getKey().comes() == comes)
                .map(Map.Entry::getValue)
                .reduce(Amount.NONE, Amount::plus);
    }

    /** What is there. */
    public Amount onHand() {
        return came().without(left());
    }

    /** How much more left than can have come: nobody tells how it came. */
    public BigDecimal untold() {
        return came().lacks(left());
    }

    /** The postings in their order. */
    Map<Posting, Amount> inOrder() {
        return postings.isEmpty() ? Map.of() : new EnumMap<>(postings);
    }
}
