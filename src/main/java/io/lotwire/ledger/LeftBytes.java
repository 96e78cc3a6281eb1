package io.lotwire.ledger;

import java.time.Instant;

/** What is left of the bytes that a row of the ledger speaks of. */
public sealed interface LeftBytes {
    /** Their SHA-256, in 64 hexadecimal digits, lower case. */
    String sha256();

    /** How many they are, or were. */
    long size();

    /** They are kept, in the row or in the {@link Archive}. */
    record Kept(KeptContent content) implements LeftBytes {
        @Override
        public String sha256() {
            return content.sha256();
        }

        @Override
        public long size() {
            return content.size();
        }
    }

    /**
     * They were let go, as their retention had ended.
     *
     * @param at when
     */
    record Purged(String sha256, long size, Instant at) implements LeftBytes {}
}
