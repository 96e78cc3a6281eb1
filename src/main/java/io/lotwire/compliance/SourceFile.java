package io.lotwire.compliance;

import java.io.IOException;
import java.time.Instant;

/**
 * A file that was received, and that events of a selection come from.
 *
 * @param partner who sent it
 * @param name its name as sent, {@code ""} for none
 * @param documents kinds and numbers of its documents of the selection, such as {@code 856 ASN-1}
 * @param sha256 its SHA-256, in hexadecimal
 * @param size its bytes
 * @param receivedAt when it came
 */
public record SourceFile(String partner, String name, String documents, String sha256, long size, Instant receivedAt) {
    /** Takes files. */
    public interface Taker {
        /** Takes the next one. */
        void take(SourceFile file) throws IOException;
    }
}
