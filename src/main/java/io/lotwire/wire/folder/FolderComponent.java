package io.lotwire.wire.folder;

import io.lotwire.ledger.Ledger;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.ProfilesInForce;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The Camel component behind {@code folder:PARTNER?place=NUMBER}: the so-manieth {@code pickUp} of a profile. */
@Named("folder")
@Singleton
public final class FolderComponent extends DefaultComponent {
    private final ProfilesInForce rules;
    private final Ledger ledger;

    FolderComponent(ProfilesInForce rules, Ledger ledger) {
        this.rules = rules;
        this.ledger = ledger;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String partner, Map<String, Object> parameters) {
        int place = getAndRemoveParameter(parameters, "place", Integer.class);
        List<PickUp> pickUps = rules.profiles()
                .byName(partner)
                .flatMap(profile -> profile.wire(FolderWire.class))
                .map(FolderWire::pickUps)
                .orElse(List.of());
        if (place < 1 || place > pickUps.size()) {
            throw new IllegalArgumentException("The profile '" + partner + "' has no folder " + place);
        }
        return new FolderEndpoint(uri, this, partner, pickUps.get(place - 1), ledger);
    }
}
