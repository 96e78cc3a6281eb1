package io.lotwire.wire.webhook;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The route of a webhook. */
@Singleton
final class WebhookRoutes implements WireRoutes {
    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof WebhookWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) {
        return List.of(
                Route.delivering("deliver-webhook", partner.name(), wire.kind().word(), Map.of()));
    }
}
