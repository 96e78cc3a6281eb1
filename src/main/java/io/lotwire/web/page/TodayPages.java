package io.lotwire.web.page;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Ledger;
import io.lotwire.traffic.Overdue;
import io.lotwire.traffic.Today;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** How it stands: what waits for a person, and what is under way. */
@Path("/")
@Singleton
public class TodayPages {
    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Signed signed;

    TodayPages(Ledger ledger, ProfilesInForce rules, Signed signed) {
        this.ledger = ledger;
        this.rules = rules;
        this.signed = signed;
    }

    /** The page; a partner begins with what they sent. */
    @GET
    @RolesAllowed(May.PARTNER)
    public Response today() {
        return signed.asker().scope() instanceof Scope.OfPartner
                ? Response.seeOther(URI.create("/files")).build()
                : Response.ok(Templates.today(ledger.inTransaction(tx -> Today.of(tx, agreed()))))
                        .build();
    }

    private List<Overdue.Agreed> agreed() {
        return rules.profiles().partners().stream()
                .flatMap(partner -> partner.subscriptions().stream()
                        .filter(each -> each.answeredWithin() != null)
                        .map(each -> new Overdue.Agreed(partner.name(), each.name(), each.answeredWithin())))
                .toList();
    }
}
