package io.lotwire.gateway;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.SetRow;
import io.lotwire.mapping.Translation;
import io.lotwire.x12.TransactionSet;

/**
 * One accepted transaction set on its way to lot events.
 *
 * @param inbox the inbox row that it came with
 * @param row the set in the ledger
 * @param set the set itself; null where the whole file is the document
 * @param rules the rules that its journey began with
 * @param translation what its mapping made of it, null before
 */
public record SetInHand(InboxRow inbox, SetRow row, TransactionSet set, Rules rules, Translation translation) {
    /** The same set with what came of its translation. */
    SetInHand with(Translation made) {
        return new SetInHand(inbox, row, set, rules, made);
    }
}
