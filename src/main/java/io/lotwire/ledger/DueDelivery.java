package io.lotwire.ledger;

import java.time.Instant;

/**
 * A delivery that is to be written or sent now.
 *
 * @param id its number
 * @param way to whom and how
 * @param since when it became due: another moment for each attempt
 */
public record DueDelivery(long id, Outbox.Way way, Instant since) {}
