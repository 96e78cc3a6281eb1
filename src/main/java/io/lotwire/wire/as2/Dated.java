package io.lotwire.wire.as2;

import io.lotwire.partner.certificate.Activated;
import java.time.Instant;
import java.util.List;

/**
 * A certificate or key as it was read, with the moment when it takes over.
 *
 * @param value what it is
 * @param from when it takes over
 */
record Dated<T>(T value, Instant from) implements Activated {
    /** The values in the order in which to use them. */
    static <T> List<T> inOrder(List<Dated<T>> all, Instant now) {
        return Activated.inOrder(all, now).stream().map(Dated::value).toList();
    }
}
