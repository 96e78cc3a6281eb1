package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A number that the events of a document have in common, so that they stand beside each other in the index of ids, which are
 * spread at random. It is made of things that an event's id is made of ({@link io.lotwire.lot.EventIdentity}) and that the
 * registry never completes: events with the same id have the same number. Those of other documents may have it too.
 */
final class DocumentHash {
    private DocumentHash() {}

    /** The first 64 bits of the SHA-256 of partner, document, time and the values of references, a line each. */
    static long of(LotEvent event) {
        StringBuilder text = new StringBuilder()
                .append(event.source().partner())
                .append('\n')
                .append(event.source().document())
                .append('\n')
                .append(event.time() == null ? "" : event.time().value());
        for (Reference reference : event.references()) {
            text.append('\n').append(reference.value());
        }
        byte[] hash = Sha256.digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }
}
