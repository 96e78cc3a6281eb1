package io.lotwire.wire.mailbox;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.wire.WireRoutes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The routes of mailboxes. One receives for all partners, from our server. */
@Singleton
final class MailboxRoutes implements WireRoutes {
    private final Mailboxes mailboxes;

    MailboxRoutes(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public boolean areFor(Wire wire) {
        return wire instanceof MailboxWire;
    }

    @Override
    public List<Route> of(Profile partner, Wire wire) throws IOException {
        mailboxes.require();
        return List.of(
                Route.delivering("deliver-mailbox", partner.name(), wire.kind().word(), Map.of()));
    }
}
