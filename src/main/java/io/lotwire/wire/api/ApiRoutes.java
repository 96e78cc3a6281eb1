package io.lotwire.wire.api;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.List;

/** The routes of the API: none of a partner's own, as one receives for all, and nothing is sent. */
@Singleton
final class ApiRoutes implements WireRoutes {
    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof ApiWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        return List.of();
    }
}
