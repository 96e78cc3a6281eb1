package io.lotwire.retention;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From before when bytes may go.
 *
 * @param profiles what is agreed
 * @param now the moment that counts
 */
record Limits(Profiles profiles, Instant now) {
    /** A name that no profile has. */
    private static final String NOBODY = "";

    /** Of a partner's documents; empty when none may go. */
    Optional<Instant> of(String partner) {
        return profiles.retention(partner).before(now);
    }

    /** The latest of all; empty when nothing of anybody may go. */
    Optional<Instant> latest() {
        return Stream.concat(Stream.of(NOBODY), profiles.good().stream().map(Profile::name))
                .flatMap(partner -> of(partner).stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether what a partner sent or got at a moment may go. */
    boolean isPast(String partner, Instant moment) {
        return of(partner).filter(moment::isBefore).isPresent();
    }
}
