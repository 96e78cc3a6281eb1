package io.lotwire.wire.as2;

import io.lotwire.as2.mdn.AsyncMdn;

/**
 * A receipt ready to be posted.
 *
 * @param id its number in the outbox; 0 when it is in no outbox, for what it tells of was not taken
 * @param partner to whom, by profile name
 * @param mdn where it goes, and its bytes
 */
public record OutgoingMdn(long id, String partner, AsyncMdn mdn) {}
