package io.lotwire.gateway.as2;

import io.lotwire.as2.As2Exception;
import io.lotwire.as2.As2Ids;
import io.lotwire.gateway.RootCause;
import io.lotwire.partner.As2Wire;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every partner with an AS2 wire that works, made from the profiles at start. */
@Singleton
public class As2Agreements {
    private static final Logger LOG = Logger.getLogger(As2Agreements.class);

    private final Map<String, As2Partner> byName = new LinkedHashMap<>();

    As2Agreements(Profiles profiles, Clock clock) {
        Optional<As2Wire> ours = profiles.self().flatMap(Profile::as2);
        if (ours.isEmpty()) {
            return;
        }
        for (Profile partner : profiles.partners()) {
            partner.as2().ifPresent(theirs -> add(partner, ours.get(), theirs, clock));
        }
    }

    /** The partner whose messages come in under these names. */
    Optional<As2Partner> incoming(As2Ids ids) {
        return byName.values().stream()
                .filter(partner -> partner.incoming().equals(ids))
                .findFirst();
    }

    /** The partner of a profile name. */
    Optional<As2Partner> with(String partner) {
        return Optional.ofNullable(byName.get(partner));
    }

    private void add(Profile partner, As2Wire ours, As2Wire theirs, Clock clock) {
        try {
            byName.put(partner.name(), new As2Partner(partner.name(), ours, theirs, clock));
        } catch (IOException | GeneralSecurityException | As2Exception e) {
            LOG.errorf(
                    "AS2 with %s does not work: %s. Run 'lotwire partner check %s'.",
                    partner.name(), RootCause.sentence(e), partner.name());
        }
    }
}
