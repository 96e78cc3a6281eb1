package io.lotwire.ledger;

import java.time.Instant;

/**
 * The right to work on rows for a while. Nobody else takes them before it ends, and what is done by it counts only while
 * the rows still name it: a gateway that was only paused cannot go on with what another has taken since.
 *
 * @param holder the gateway that has it, see {@link Holder}
 * @param number which of that gateway's leases
 * @param until when it ends
 */
public record Lease(long holder, long number, Instant until) {}
