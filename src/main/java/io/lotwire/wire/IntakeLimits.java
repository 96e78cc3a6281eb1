package io.lotwire.wire;

/**
 * Up to which point more is taken in.
 *
 * @param mostWaiting so many files may wait to be worked on
 * @param leastFreeBytes so much room must be left on the disk of the data folder
 */
public record IntakeLimits(long mostWaiting, long leastFreeBytes) {}
