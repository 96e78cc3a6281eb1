package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A number that the events of a document have in common, so that they stand beside each other in the index of ids, which are
 * spread at random. It is made of things that an event's id is made of ({@link io.lotwire.lot.EventIdentity}) and that the
 * registry never completes: events with the same id have the same number. Those of other documents may have it too. Hashes
 * what events that follow each other share once.
 */
final class DocumentHash {
    private LotEvent last;
    private long hashOfLast;

    /** The first 64 bits of the SHA-256 of partner, document, time and the values of references, a line each. */
    long of(LotEvent event) {
        if (last == null || !shares(last, event)) {
            hashOfLast = hash(event);
            last = event;
        }
        return hashOfLast;
    }

    @SuppressWarnings("ReferenceEquality") // The events of a document share these objects, which need not be compared.
    private static boolean shares(LotEvent one, LotEvent other) {
        return one.references() == other.references()
                && one.time() == other.time()
                && one.source().partner().equals(other.source().partner())
                && one.source().document().equals(other.source().document());
    }

    private static long hash(LotEvent event) {
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
