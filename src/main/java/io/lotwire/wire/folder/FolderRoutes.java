package io.lotwire.wire.folder;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of folders: one for each that is fetched from, and one that delivers. */
@Singleton
final class FolderRoutes implements WireRoutes {
    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof FolderWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        List<Route> routes = new ArrayList<>();
        for (int place = 1; place <= ((FolderWire) wire).pickUps().size(); place++) {
            Route route = Route.receiving(
                    "receive-folder", partner.name(), Map.of("partner", partner.name(), "place", place));
            routes.add(place == 1 ? route : route.named(route.id() + "-" + place));
        }
        if (wire.sends()) {
            routes.add(Route.delivering(
                    "deliver-folder", partner.name(), wire.kind().word(), Map.of()));
        }
        return routes;
    }
}
