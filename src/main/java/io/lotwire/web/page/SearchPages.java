package io.lotwire.web.page;

import io.lotwire.ledger.Ledger;
import io.lotwire.traffic.Search;
import io.lotwire.traffic.Sought;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Finds whatever bears a number or name. */
@Path("/search")
@Singleton
public class SearchPages {
    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Signed signed;

    SearchPages(Ledger ledger, ProfilesInForce rules, Signed signed) {
        this.ledger = ledger;
        this.rules = rules;
        this.signed = signed;
    }

    /** What is found; where it is one thing alone, its page. */
    @GET
    @RolesAllowed(May.PARTNER)
    public Response search(@QueryParam("q") String q) {
        Sought sought = Sought.of(q == null ? "" : q);
        List<HitLine> hits = ledger
                .inTransaction(tx -> new Search(tx, Partners.shownTo(signed, rules))
                        .find(signed.asker().scope(), sought))
                .stream()
                .map(HitLine::of)
                .distinct()
                .toList();
        return hits.size() == 1
                ? Response.seeOther(URI.create(hits.get(0).address())).build()
                : Response.ok(Templates.search(sought.text(), hits)).build();
    }
}
