package io.lotwire.web.page;

import io.lotwire.inspect.Contents;
import io.lotwire.ledger.Archive;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes parts of the core known to pages. */
final class Wiring {
    @Produces
    @Singleton
    Contents contents(Archive archive) {
        return new Contents(archive);
    }
}
