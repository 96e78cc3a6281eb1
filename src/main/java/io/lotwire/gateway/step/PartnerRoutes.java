package io.lotwire.gateway.step;

import io.lotwire.ledger.Outbox;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Wire;
import io.lotwire.wire.PartnerEndpoint;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.WireRoutes;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.jboss.logging.Logger;

/**
 * Makes the routes of each partner's wires from the templates in {@code routes/}, and makes them anew when those wires
 * change.
 */
@ApplicationScoped
public class PartnerRoutes {
    private static final Logger LOG = Logger.getLogger(PartnerRoutes.class);

    /** What a route has under way may take so long; then it is broken off, and tried again by the new route. */
    private static final long PATIENCE_SECONDS = 60;

    private final ProfilesInForce rules;
    private final CamelContext camel;
    private final List<WireRoutes> wires;
    private final Map<String, Running> running = new TreeMap<>();
    private volatile List<Outbox.Way> open = List.of();

    PartnerRoutes(ProfilesInForce rules, CamelContext camel, @All List<WireRoutes> wires) {
        this.rules = rules;
        this.camel = camel;
        this.wires = wires;
    }

    /** A partner's routes, the profile that they were made from, and the wires that they send over. */
    private record Running(Profile profile, List<String> routes, List<Outbox.Way> open) {
        boolean fits(Profile now) {
            return profile.wires().equals(now.wires())
                    && profile.version().files().equals(now.version().files());
        }
    }

    void start(@Observes AfterStart started) {
        startMissing(rules.profiles());
    }

    /** Stops the routes of partners whose wires changed or who are gone; starts those that are not there. */
    synchronized void follow(@Observes @Priority(ProfilesChanged.ROUTES) ProfilesChanged change) {
        Profiles after = change.after();
        for (Running partner : List.copyOf(running.values())) {
            boolean same =
                    after.byName(partner.profile().name()).filter(partner::fits).isPresent();
            if (!same) {
                stop(partner);
                Optional<Profile> now = after.byName(partner.profile().name());
                partner.profile().wires().forEach(wire -> routesOf(wire).sayWhatStays(partner.profile(), now));
            }
        }
        startMissing(after);
    }

    private synchronized void startMissing(Profiles profiles) {
        for (Profile partner : profiles.partners()) {
            if (!running.containsKey(partner.name())) {
                Running started = new Running(partner, new ArrayList<>(), new ArrayList<>());
                startAll(started);
                running.put(partner.name(), started);
            }
        }
        open = running.values().stream().flatMap(each -> each.open().stream()).toList();
    }

    /** The wires that deliveries can be sent over now. */
    List<Outbox.Way> open() {
        return open;
    }

    private void startAll(Running started) {
        Profile partner = started.profile();
        for (Wire wire : partner.wires()) {
            try {
                start(partner, wire, started);
            } catch (Exception notStarted) {
                LOG.errorf(
                        "The %s wire of %s does not work: %s. Run 'lotwire partner check %s'.",
                        wire.kind().word(), partner.name(), RootCause.sentence(notStarted), partner.name());
            }
        }
    }

    private void stop(Running partner) {
        for (String route : partner.routes()) {
            try {
                camel.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
                camel.removeRoute(route);
            } catch (Exception notStopped) {
                LOG.errorf("The route %s does not stop: %s", route, RootCause.sentence(notStopped));
            }
        }
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof PartnerEndpoint theirs
                    && theirs.partner().equals(partner.profile().name())) {
                forget(endpoint);
            }
        }
        running.remove(partner.profile().name());
    }

    private void forget(Endpoint endpoint) {
        try {
            camel.removeEndpoint(endpoint);
        } catch (Exception notForgotten) {
            LOG.errorf(
                    "The endpoint %s does not end: %s",
                    endpoint.getEndpointBaseUri(), RootCause.sentence(notForgotten));
        }
    }

    private void start(Profile partner, Wire wire, Running started) throws Exception {
        for (WireRoutes.Route route : routesOf(wire).of(partner, wire)) {
            started.routes().add(camel.addRouteFromTemplate(route.id(), route.template(), route.parameters()));
            route.way().ifPresent(started.open()::add);
        }
    }

    private WireRoutes routesOf(Wire wire) {
        return wires.stream()
                .filter(each -> each.areFor(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "there are no routes for the wire '" + wire.kind().word() + "'"));
    }
}
