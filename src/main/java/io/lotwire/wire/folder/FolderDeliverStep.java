package io.lotwire.wire.folder;

import io.lotwire.wire.Deliveries;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Handler;

/** Puts deliveries into the folder of their partner, one after the other. */
@Named("deliverFolder")
@ApplicationScoped
public class FolderDeliverStep {
    private final ProfilesInForce rules;
    private final Deliveries deliveries;
    private final Clock clock;

    FolderDeliverStep(ProfilesInForce rules, Deliveries deliveries, Clock clock) {
        this.rules = rules;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Puts them there, one after the other; each that returns stands whole under its own name. */
    @Handler
    public void put(@Body Sending sending) throws IOException {
        String partner = sending.way().partner();
        FolderWire wire = rules.profiles()
                .byName(partner)
                .flatMap(profile -> profile.wire(FolderWire.class))
                .filter(FolderWire::sends)
                .orElseThrow(() -> new IOException(partner + " has no folder to put files into"));
        DropOffFolder folder = new DropOffFolder(wire.target(), wire.dropOff().ifExists());
        for (Outgoing delivery : sending.outgoing()) {
            if (sending.mayTry(delivery.id(), clock.instant())) {
                try {
                    sending.confirm(delivery.id(), Deliveries.inPlace(folder.put(delivery)));
                } catch (IOException failed) {
                    sending.fail(delivery.id(), RootCause.sentence(failed));
                }
                deliveries.settleSome(sending);
            }
        }
    }
}
