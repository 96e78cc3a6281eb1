package io.lotwire.wire.api;

import io.lotwire.digest.Sha256;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Tells by a token whose program sends (RFC 6750, 2.1). */
@Singleton
public class ApiClients {
    private static final String SCHEME = "Bearer ";

    /** Nobody's token is longer; one that is would only cost time. */
    private static final int LONGEST = 512;

    private final Clock clock;
    private volatile List<Known> known = List.of();
    private Map<String, Places> places = new HashMap<>();

    ApiClients(ProfilesInForce rules, Clock clock) {
        this.clock = clock;
        follow(rules.profiles());
    }

    /** A token in force. */
    private record Known(String sha256, LocalDate ends, ApiClient client) {
        boolean isOf(byte[] shown) {
            return MessageDigest.isEqual(sha256.getBytes(StandardCharsets.US_ASCII), shown);
        }
    }

    /** The places of a partner, as many as were agreed. */
    private record Places(int count, Semaphore free) {}

    void follow(@Observes @Priority(ProfilesChanged.BEFORE_ROUTES) ProfilesChanged change) {
        follow(change.after());
    }

    private synchronized void follow(Profiles profiles) {
        List<Known> next = new ArrayList<>();
        Map<String, Places> nextPlaces = new HashMap<>();
        for (Profile profile : profiles.partners()) {
            Optional<ApiWire> wire = profile.wire(ApiWire.class);
            if (wire.isPresent()) {
                Places own = places(profile.name(), wire.get().connections());
                nextPlaces.put(profile.name(), own);
                wire.get()
                        .tokens()
                        .forEach(token -> next.add(new Known(
                                token.sha256(), token.ends(), new ApiClient(profile, own.free(), token.asks()))));
            }
        }
        places = nextPlaces;
        known = List.copyOf(next);
    }

    /** Requests that are under way keep their places when a profile changes that says the same of them. */
    private Places places(String partner, int count) {
        Places before = places.get(partner);
        return before != null && before.count() == count ? before : new Places(count, new Semaphore(count));
    }

    /**
     * Whose token it is; empty for nobody's, and for one whose time is over. All are compared, and each wholly, so that the time it
     * takes tells nothing of them.
     *
     * @param authorization the header of this name, null when there is none
     */
    Optional<ApiClient> of(String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] shown =
                Sha256.hex(authorization.substring(SCHEME.length()).strip()).getBytes(StandardCharsets.US_ASCII);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ApiClient found = null;
        for (Known each : known) {
            boolean fits = each.isOf(shown);
            found = fits && !today.isAfter(each.ends()) ? each.client() : found;
        }
        return Optional.ofNullable(found);
    }
}
