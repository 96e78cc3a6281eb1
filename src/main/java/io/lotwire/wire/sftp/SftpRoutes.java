package io.lotwire.wire.sftp;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of SFTP: one for each directory that is fetched from, and one that delivers. */
@Singleton
final class SftpRoutes implements WireRoutes {
    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof SftpWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) throws IOException {
        SftpWire sftp = (SftpWire) wire;
        SftpServer server = new SftpServer(partner.name(), sftp);
        server.requireFiles();
        List<Route> routes = new ArrayList<>();
        for (Map<String, Object> receiving : server.receiving()) {
            Route route = Route.receiving("receive-sftp", partner.name(), receiving);
            routes.add(routes.isEmpty() ? route : route.named(route.id() + "-" + receiving.get("directory")));
        }
        if (sftp.sends()) {
            routes.add(
                    Route.delivering("deliver-sftp", partner.name(), wire.kind().word(), server.sending()));
        }
        return routes;
    }
}
