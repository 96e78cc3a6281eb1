package io.lotwire.ledger;

/**
 * A delivery whose receipt is awaited.
 *
 * @param deliveryId its number
 * @param message as it travelled
 */
public record AwaitedMdn(long deliveryId, SentMessage message) {}
