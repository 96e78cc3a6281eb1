package io.lotwire.parked;

import io.lotwire.ledger.Cause;
import java.time.Instant;

/**
 * Something that is parked, or was dismissed.
 *
 * @param id by what it is named
 * @param partner who sent it, or is to get it
 * @param what what it is, in words
 * @param inboxId what came in, itself or that which it was made of; 0 for what was told of our own accord
 * @param cause why it waits
 * @param since since when; of a document, since when its file is done
 * @param dismissed whether a person said that it needs nothing more
 */
public record ParkedThing(
        ParkedId id, String partner, String what, long inboxId, Cause cause, Instant since, boolean dismissed) {}
