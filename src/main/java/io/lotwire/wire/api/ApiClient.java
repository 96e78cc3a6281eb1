package io.lotwire.wire.api;

import io.lotwire.capture.CaptureKind;
import io.lotwire.partner.Profile;
import java.util.concurrent.Semaphore;

/**
 * A partner whose programs post to us.
 *
 * @param profile what was agreed with them
 * @param places so many requests of theirs are taken at a time
 * @param asks whether this program may ask the registry
 */
record ApiClient(Profile profile, Semaphore places, boolean asks) {
    String partner() {
        return profile.name();
    }

    /** True when documents of a kind are agreed on. */
    boolean sends(CaptureKind kind) {
        return profile.receives(kind.document())
                .filter(inbound -> inbound.captured().isPresent())
                .isPresent();
    }
}
