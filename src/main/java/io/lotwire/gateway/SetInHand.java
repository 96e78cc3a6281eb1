package io.lotwire.gateway;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.SetRow;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Translation;
import io.lotwire.x12.TransactionSet;
import java.util.List;

/**
 * One accepted transaction set on its way to lot events.
 *
 * @param inbox the inbox row that it came with
 * @param row the set in the ledger
 * @param set the set itself; null where the whole file is the document
 * @param rules the rules that its journey began with
 * @param translation what its mapping made of it, null before
 * @param events the events of the translation, completed by what the registry knows; none before
 */
public record SetInHand(
        InboxRow inbox, SetRow row, TransactionSet set, Rules rules, Translation translation, List<LotEvent> events) {
    public SetInHand {
        events = List.copyOf(events);
    }

    /** A set whose journey begins. */
    SetInHand(InboxRow inbox, SetRow row, TransactionSet set, Rules rules) {
        this(inbox, row, set, rules, null, List.of());
    }

    /** The same set with what came of its translation. */
    SetInHand with(Translation made) {
        return new SetInHand(inbox, row, set, rules, made, made.events());
    }

    /** The same set with its events completed, as many as its translation has and in the same order. */
    SetInHand with(List<LotEvent> complete) {
        return new SetInHand(inbox, row, set, rules, translation, complete);
    }
}
