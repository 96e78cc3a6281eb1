package io.lotwire.wire.folder;

import io.lotwire.wire.Deliveries;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.ProfilesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Handler;

/** Puts deliveries into the folder of their partner, and confirms them. */
@Named("deliverFolder")
@ApplicationScoped
public class FolderDeliverStep {
    private final ProfilesInForce rules;
    private final Deliveries deliveries;

    FolderDeliverStep(ProfilesInForce rules, Deliveries deliveries) {
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /** Puts one there; when it returns, it stands whole under its own name. */
    @Handler
    public void put(@Body Outgoing delivery) throws IOException {
        FolderWire wire = rules.profiles()
                .byName(delivery.partner())
                .flatMap(profile -> profile.wire(FolderWire.class))
                .filter(FolderWire::sends)
                .orElseThrow(() -> new IOException(delivery.partner() + " has no folder to put files into"));
        String name = new DropOffFolder(wire.target(), wire.dropOff().ifExists())
                .put(delivery.file(), delivery.fileName(), delivery.id());
        deliveries.inPlace(delivery.id(), name);
    }
}
