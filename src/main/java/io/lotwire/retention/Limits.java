package io.lotwire.retention;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From before when bytes may go, by partner; each is worked out once. */
final class Limits {
    /** A name that no profile has. */
    private static final String NOBODY = "";

    private final Profiles profiles;
    private final Instant now;
    private final Map<String, Optional<Instant>> known = new HashMap<>();

    /**
     * @param profiles what is agreed
     * @param now the moment that counts
     */
    Limits(Profiles profiles, Instant now) {
        this.profiles = profiles;
        this.now = now;
    }

    /** Of a partner's documents; empty when none may go. */
    Optional<Instant> of(String partner) {
        return known.computeIfAbsent(partner, name -> profiles.retention(name).before(now));
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
