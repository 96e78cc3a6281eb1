package io.lotwire.web.page;

import io.lotwire.access.Scope;
import io.lotwire.inspect.Contents;
import io.lotwire.inspect.ElementNames;
import io.lotwire.inspect.ProblemsInPlace;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LeftBytes;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.WrittenContent;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.question.AskedParameters;
import io.lotwire.traffic.DeliveryFilter;
import io.lotwire.traffic.DeliveryLine;
import io.lotwire.traffic.DeliveryList;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What went out or is to go out, and what became of it. */
@Path("/deliveries")
@Singleton
public class DeliveryPages {
    private static final int ROWS = 50;

    private final Ledger ledger;
    private final Archive archive;
    private final Contents contents;
    private final ProfilesInForce rules;
    private final Signed signed;
    private final Seen seen;

    DeliveryPages(Ledger ledger, Archive archive, Contents contents, ProfilesInForce rules, Signed signed, Seen seen) {
        this.ledger = ledger;
        this.archive = archive;
        this.contents = contents;
        this.rules = rules;
        this.signed = signed;
        this.seen = seen;
    }

    /** The list. */
    @GET
    @RolesAllowed(May.PARTNER)
    public TemplateInstance list(@Context UriInfo uri) {
        Form form = form(uri);
        DeliveryFilter filter = filter(form.asked());
        Optional<Keyset> after = form.after(Keyset.Order.BY_TIME);
        Page<DeliveryLine> page = ledger.inTransaction(
                tx -> new DeliveryList(tx).page(signed.asker().scope(), filter, after, ROWS));
        return Templates.deliveries(page, form, States.of(DeliveryState.class), Partners.shownTo(signed, rules));
    }

    /** The same as CSV. */
    @GET
    @Path("list.csv")
    @RolesAllowed(May.PARTNER)
    public Response csv(@Context UriInfo uri) {
        DeliveryFilter filter = filter(form(uri).asked());
        Scope scope = signed.asker().scope();
        return CsvList.of(
                "went-out",
                List.of(
                        "delivery",
                        "kind",
                        "format",
                        "made",
                        "partner",
                        "wire",
                        "about",
                        "file",
                        "state",
                        "cause",
                        "reason",
                        "confirmation",
                        "answer"),
                after -> ledger.inTransaction(tx -> new DeliveryList(tx).page(scope, filter, after, CsvList.PORTION)),
                each -> List.of(
                        Long.toString(each.id()),
                        each.kind().name(),
                        each.format(),
                        each.createdAt().toString(),
                        each.partner(),
                        each.wire(),
                        each.about(),
                        each.inboxId() == 0 ? "" : Long.toString(each.inboxId()),
                        each.state().name(),
                        each.cause().map(cause -> cause.code().name()).orElse(""),
                        each.cause().map(Cause::sentence).orElse(""),
                        each.confirmation(),
                        each.answer()));
    }

    private static Form form(UriInfo uri) {
        return new Form(
                "/deliveries", uri.getQueryParameters(), Set.of("partner", "wire", "state", "format", "from", "until"));
    }

    private static DeliveryFilter filter(AskedParameters asked) {
        return new DeliveryFilter(
                asked.text("partner"),
                asked.text("wire"),
                asked.read("state", States.reading(DeliveryState.class), "a state"),
                asked.text("format"),
                asked.day("from").map(Days::begin),
                asked.day("until").map(Days::end));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed(May.PARTNER)
    public TemplateInstance delivery(
            @PathParam("id") long id, @QueryParam("at") String at, @QueryParam("segment") String segment)
            throws IOException {
        DeliveryLine line = line(id);
        String path = "/deliveries/" + id;
        Optional<LeftBytes> left = ledger.inTransaction(tx -> tx.outbox().bytes(id));
        if (signed.asker().payloads() && left.isPresent()) {
            seen.note("delivery", id, line.partner());
        }
        BytesShown bytes = signed.asker().payloads() && left.isPresent()
                ? BytesShown.of(
                        contents.open(left.get()),
                        new BytesShown.Begin(at, segment),
                        ElementNames.STANDARD,
                        ProblemsInPlace.NONE,
                        BytesShown.Asking.NOTHING,
                        path)
                : BytesShown.hidden();
        return Templates.delivery(line, written(id).map(WrittenContent::content), bytes, path + "/bytes");
    }

    /** Its bytes as they were written. */
    @GET
    @Path("{id}/bytes")
    @RolesAllowed(May.PAYLOADS)
    public Response bytes(@PathParam("id") long id) throws IOException {
        seen.note("delivery", id, line(id).partner());
        WrittenContent written = written(id).orElseThrow(NotFoundException::new);
        String name = written instanceof WrittenDocument document ? document.fileName() : "";
        return Bytes.of(archive, written.content(), name.isEmpty() ? "delivery-" + id : name);
    }

    private Optional<WrittenContent> written(long id) {
        return ledger.inTransaction(tx -> tx.outbox().find(id))
                .flatMap(delivery -> delivery.progress().content());
    }

    private DeliveryLine line(long id) {
        return ledger.inTransaction(
                        tx -> new DeliveryList(tx).find(signed.asker().scope(), id))
                .orElseThrow(NotFoundException::new);
    }
}
