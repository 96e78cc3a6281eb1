package io.lotwire.web.page;

import io.lotwire.access.AuditTrail;
import io.lotwire.access.Deed;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.partner.Profile;
import io.lotwire.question.TraceAnswers;
import io.lotwire.question.TraceQuestion;
import io.lotwire.question.TraceStart;
import io.lotwire.registry.TraceDirection;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import io.lotwire.registry.record.LotRecord;
import io.lotwire.registry.record.LotRecords;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** What is known of a lot, where it came from and went, and who has it; and that it may not go, or may again. */
@Path("/lots/{code}")
@Singleton
public class LotPages {
    private static final int LONGEST = 1000;

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Signed signed;

    LotPages(Ledger ledger, ProfilesInForce rules, Signed signed) {
        this.ledger = ledger;
        this.rules = rules;
        this.signed = signed;
    }

    /** The lot; where several products have lots of this code, one chooses. */
    @GET
    @RolesAllowed(May.VIEWER)
    public Response lot(@PathParam("code") String code, @QueryParam("gtin") String gtin) {
        return shown(Response.Status.OK, code, gtin, "");
    }

    private Response shown(Response.Status status, String code, String gtin, String wrong) {
        Optional<Gtin> product = gtin(gtin);
        List<LotRecord> lots = ledger.inTransaction(tx -> {
            LotRecords records = records(tx);
            return records.find(code, product).stream().map(records::of).toList();
        });
        if (lots.size() > 1) {
            return Response.ok(Templates.lotChoice(
                            code, lots.stream().map(LotFacts::new).toList()))
                    .build();
        }
        TraceAnswers trace = new TraceQuestion(new TraceStart.Lot(code), product, TraceDirection.BOTH).ask(ledger);
        if (lots.isEmpty() && !trace.isKnown()) {
            throw new NotFoundException();
        }
        return Response.status(status)
                .entity(Templates.lot(
                        code, lots.stream().findFirst().map(LotFacts::new), new LotWay(trace.answers()), wrong))
                .build();
    }

    /** It may not go. */
    @POST
    @Path("hold")
    @RolesAllowed(May.OPERATOR)
    public Response hold(
            @PathParam("code") String code,
            @QueryParam("gtin") String gtin,
            @RestForm String why,
            @RestForm String reference) {
        return said(why).isEmpty()
                ? shown(Response.Status.BAD_REQUEST, code, gtin, "Say why it is held: somebody will ask later.")
                : change(
                        code,
                        gtin,
                        "held",
                        why,
                        (statuses, lot) -> statuses.begin(
                                lot.id(), LotStatus.Kind.HELD, signed.asker().name(), said(why), said(reference)));
    }

    /** It may go again. */
    @POST
    @Path("release")
    @RolesAllowed(May.OPERATOR)
    public Response release(@PathParam("code") String code, @QueryParam("gtin") String gtin, @RestForm String why) {
        return said(why).isEmpty()
                ? shown(Response.Status.BAD_REQUEST, code, gtin, "Say why it may go again.")
                : change(
                        code,
                        gtin,
                        "released",
                        why,
                        (statuses, lot) -> statuses.end(
                                lot.id(), LotStatus.Kind.HELD, signed.asker().name(), said(why)));
    }

    /** A change of a lot's status; false where it changes nothing. */
    @FunctionalInterface
    private interface Change {
        boolean of(LotStatuses statuses, KnownRecord lot);
    }

    private Response change(String code, String gtin, String did, String why, Change change) {
        ledger.useTransaction(tx -> {
            List<KnownRecord> lots = records(tx).find(code, gtin(gtin));
            if (lots.size() != 1) {
                throw new NotFoundException();
            }
            if (change.of(new LotStatuses(tx), lots.get(0))) {
                new AuditTrail(tx)
                        .add(Deed.of(signed.asker(), did, "lot", name(lots.get(0)))
                                .because(said(why)));
            }
        });
        return Response.seeOther(URI.create(
                        LotWay.address(code, gtin(gtin).map(Gtin::digits).orElse(""))))
                .build();
    }

    private static String name(KnownRecord lot) {
        return lot.fact("lot").orElse("")
                + lot.fact("gtin").map(gtin -> " of " + gtin).orElse("");
    }

    private LotRecords records(LedgerTransaction tx) {
        return new LotRecords(tx, rules.profiles().self().map(Profile::lots).orElse(LotRules.NONE));
    }

    private static Optional<Gtin> gtin(String text) {
        return text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(Gtin.parse(text).orElseThrow(NotFoundException::new));
    }

    private static String said(String text) {
        String said = text == null ? "" : text.strip();
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }
}
