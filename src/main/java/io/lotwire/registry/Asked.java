package io.lotwire.registry;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import java.util.function.Function;

/**
 * What is asked of the lots of a document.
 *
 * @param expectation whether they should be known; only then an unknown lot is an issue
 * @param rules what the owner of the gateway asks of all lots
 * @param assigns whether lots may appear first in documents of its sender
 * @param minimum how much shelf life the customer of an event wants
 */
public record Asked(
        Expectation expectation, LotRules rules, boolean assigns, Function<LotEvent, ShelfLifeMinimum> minimum) {
    /** Nothing beyond what is expected. */
    public static Asked only(Expectation expectation) {
        return new Asked(expectation, LotRules.NONE, true, event -> ShelfLifeMinimum.NONE);
    }
}
