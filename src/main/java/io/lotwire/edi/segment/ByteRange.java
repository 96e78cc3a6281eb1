package io.lotwire.edi.segment;

/**
 * Bytes of a file that follow each other.
 *
 * @param from offset of the first
 * @param to offset behind the last
 */
public record ByteRange(long from, long to) {}
