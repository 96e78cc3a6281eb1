package io.lotwire.bench.x12;

/**
 * What a contestant found in an interchange; equal for all of them.
 *
 * @param lots how many lots (LIN, qualifier LT)
 * @param checksum of the lots in the order of the document
 */
public record Tally(long lots, long checksum) {}
