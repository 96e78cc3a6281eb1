package io.lotwire.wire.mail;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The route of mail. */
@Singleton
final class MailRoutes implements WireRoutes {
    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof MailWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        return List.of(
                Route.delivering("deliver-mail", partner.name(), wire.kind().word(), Map.of()));
    }
}
