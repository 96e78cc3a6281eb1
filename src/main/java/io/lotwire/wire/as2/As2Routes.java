package io.lotwire.wire.as2;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The routes of AS2. One receives for all partners; receipts that are posted have a queue of their own. */
@Singleton
final class As2Routes implements WireRoutes {
    /** The wire of receipts that are posted: a partner whose messages do not get through still hears of its own. */
    static final String AS2_MDN = "as2-mdn";

    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof As2Wire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        return List.of(
                Route.delivering("deliver-as2", partner.name(), wire.kind().word(), Map.of()),
                Route.delivering("deliver-as2-mdn", partner.name(), AS2_MDN, Map.of()));
    }
}
