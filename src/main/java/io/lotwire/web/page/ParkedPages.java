package io.lotwire.web.page;

import io.lotwire.access.Asker;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.parked.Deed;
import io.lotwire.parked.ParkedDeeds;
import io.lotwire.parked.ParkedDetail;
import io.lotwire.parked.ParkedFilter;
import io.lotwire.parked.ParkedId;
import io.lotwire.parked.ParkedKind;
import io.lotwire.parked.ParkedSteps;
import io.lotwire.parked.ParkedThing;
import io.lotwire.parked.ParkedThings;
import io.lotwire.parked.Remedy;
import io.lotwire.question.AskedParameters;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;

/** What waits for a person, and what a person does about it. */
@Path("/parked")
@Singleton
public class ParkedPages {
    /** So much is shown at once: who has more mends the cause of many first, and filters by it. */
    private static final int MOST = 500;

    private static final int LONGEST_NOTE = 1000;

    private static final Map<String, String> SAID = Map.of(
            "released", "It goes on: the gateway takes it up within seconds.",
            "dismissed", "It is dismissed: it needs nothing more. It can still be let go on.",
            "noted", "The note is kept.");

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Signed signed;

    ParkedPages(Ledger ledger, ProfilesInForce rules, Signed signed) {
        this.ledger = ledger;
        this.rules = rules;
        this.signed = signed;
    }

    /** The list. */
    @GET
    @RolesAllowed(May.VIEWER)
    public TemplateInstance list(@Context UriInfo uri) {
        Form form = new Form("/parked", uri.getQueryParameters(), Set.of("kind", "cause", "partner"));
        AskedParameters asked = form.asked();
        ParkedFilter filter = new ParkedFilter(
                asked.read("kind", ParkedKind::of, "a kind"),
                asked.read("cause", ParkedPages::cause, "a cause"),
                asked.text("partner"));
        List<ParkedThing> things = ledger.inTransaction(tx -> new ParkedThings(tx).list(filter, MOST + 1));
        return Templates.parked(
                things.subList(0, Math.min(MOST, things.size())),
                things.size() > MOST,
                form,
                Arrays.stream(ParkedKind.values()).map(ParkedKind::word).toList(),
                Arrays.stream(CauseCode.values()).map(Enum::name).toList(),
                Partners.shownTo(signed, rules));
    }

    private static Optional<CauseCode> cause(String word) {
        return Arrays.stream(CauseCode.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed(May.VIEWER)
    public TemplateInstance thing(@PathParam("id") String id, @QueryParam("did") String did) {
        return shown(of(id), SAID.getOrDefault(did == null ? "" : did, ""), false);
    }

    /** Lets it go on. */
    @POST
    @Path("{id}/release")
    @RolesAllowed(May.OPERATOR)
    public Response release(@PathParam("id") String id, @RestForm String note) {
        return done(id, "released", deeds -> deeds.release(of(id), by(), noted(note)));
    }

    /** It needs nothing more. */
    @POST
    @Path("{id}/dismiss")
    @RolesAllowed(May.OPERATOR)
    public Response dismiss(@PathParam("id") String id, @RestForm String note) {
        return noted(note).isEmpty()
                ? refused(id, "Say why it needs nothing more: somebody will ask later.")
                : done(id, "dismissed", deeds -> deeds.dismiss(of(id), by(), noted(note)));
    }

    /** Something is said of it. */
    @POST
    @Path("{id}/note")
    @RolesAllowed(May.OPERATOR)
    public Response note(@PathParam("id") String id, @RestForm String note) {
        return noted(note).isEmpty()
                ? refused(id, "There is no note.")
                : done(id, "noted", deeds -> deeds.note(of(id), by(), noted(note)));
    }

    private Response done(String id, String did, Function<ParkedDeeds, Deed> deed) {
        Deed came = ledger.inTransaction((LedgerTransaction tx) -> deed.apply(new ParkedDeeds(tx)));
        return came instanceof Deed.NotPossible not
                ? refused(id, not.why())
                : Response.seeOther(URI.create("/parked/" + of(id) + "?did=" + did))
                        .build();
    }

    private Response refused(String id, String why) {
        return Response.status(Response.Status.CONFLICT)
                .entity(shown(of(id), why, true))
                .build();
    }

    private TemplateInstance shown(ParkedId id, String said, boolean wrong) {
        return ledger.inTransaction(tx -> ParkedDetail.of(tx, id)
                .map(detail -> Templates.parkedThing(
                        detail, Remedy.of(detail.thing().cause().code()), said, wrong))
                .orElseGet(() -> Templates.parkedGone(id, new ParkedSteps(tx).of(id), file(tx, id), said, wrong)));
    }

    /** The file of a document; 0 for none. */
    private static long file(LedgerTransaction tx, ParkedId id) {
        return id.kind() == ParkedKind.DOCUMENT ? tx.sets().file(id.row()).orElse(0L) : 0;
    }

    private Asker by() {
        return signed.asker();
    }

    private static String noted(String note) {
        String said = note == null ? "" : note.strip();
        return said.length() > LONGEST_NOTE ? said.substring(0, LONGEST_NOTE) : said;
    }

    private static ParkedId of(String id) {
        return ParkedId.of(id).orElseThrow(NotFoundException::new);
    }
}
