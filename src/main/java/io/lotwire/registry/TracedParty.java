package io.lotwire.registry;

/**
 * A party of a trail; documents that name it by GLN, DUNS or name speak of the same one.
 *
 * @param number its number in the trail, from 1
 * @param name its name, or the best that documents say of it
 * @param gln its GLN, {@code ""} when no document states it
 */
public record TracedParty(int number, String name, String gln) {}
