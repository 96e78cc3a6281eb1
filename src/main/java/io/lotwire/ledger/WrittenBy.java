package io.lotwire.ledger;

import java.util.Optional;

/**
 * By what a document was written.
 *
 * @param profile the subscriber's profile
 * @param mapping the out-mapping or template; empty where the format needs none
 */
public record WrittenBy(Definition profile, Optional<Definition> mapping) {
    /** The version of the profile. */
    String profileVersion() {
        return profile.version();
    }

    /** The mapping's name; {@code ""} where there is none. */
    String mappingName() {
        return mapping.map(Definition::name).orElse("");
    }

    /** The mapping's version; {@code ""} where there is none. */
    String mappingVersion() {
        return mapping.map(Definition::version).orElse("");
    }
}
