package io.lotwire.inspect;

import java.time.Instant;

/** What comes of opening the bytes of a document. */
public sealed interface Opened {
    /** They can be read. */
    record There(Content content) implements Opened {}

    /**
     * They were let go when their retention ended.
     *
     * @param sha256 of what they were
     * @param size how many they were
     * @param at when they were let go
     */
    record Purged(String sha256, long size, Instant at) implements Opened {}

    /**
     * They should be in the archive, and are not: somebody took the file away, or the archive's disk is not there.
     *
     * @param sha256 under which the archive had them
     * @param size how many they were
     */
    record Missing(String sha256, long size) implements Opened {}
}
