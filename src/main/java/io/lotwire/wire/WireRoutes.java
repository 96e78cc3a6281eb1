package io.lotwire.wire;

import io.lotwire.ledger.Outbox;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a kind of wire: which templates of {@code routes/} a partner's wire fills, and with what. A bean of each kind. */
public interface WireRoutes {
    /** True when this is the kind of the wire. */
    boolean areFor(Wire wire);

    /**
     * The routes that receive and deliver over a wire.
     *
     * @throws IOException with a sentence when it cannot work, because a file is missing, say
     */
    List<Route> of(Profile partner, Wire wire) throws IOException;

    /**
     * A route to be made from a template.
     *
     * @param id its name, one of its own in the gateway
     * @param template the template's name
     * @param parameters what the template is filled with
     * @param way what it delivers, empty when it receives
     */
    record Route(String id, String template, Map<String, Object> parameters, Optional<Outbox.Way> way) {
        public Route {
            parameters = Map.copyOf(parameters);
        }

        /** A route that receives. */
        public static Route receiving(String template, String partner, Map<String, Object> parameters) {
            return new Route(template + "-" + partner, template, parameters, Optional.empty());
        }

        /**
         * A route that delivers, from the queue of a partner's wire.
         *
         * @param wire the word of the wire in the ledger
         */
        public static Route delivering(String template, String partner, String wire, Map<String, Object> parameters) {
            Map<String, Object> all = new HashMap<>(parameters);
            Outbox.Way way = new Outbox.Way(partner, wire);
            all.put("queue", Wakes.queueOf(way));
            all.put("partner", partner);
            all.put("wire", wire);
            return new Route(template + "-" + partner, template, all, Optional.of(way));
        }

        /** The same under another name, for one of several from the same template. */
        public Route named(String other) {
            return new Route(other, template, parameters, way);
        }
    }

    /** Says what stays elsewhere when a partner's wire is gone, or other than it was. */
    default void sayWhatStays(Profile before, Optional<Profile> after) {}
}
