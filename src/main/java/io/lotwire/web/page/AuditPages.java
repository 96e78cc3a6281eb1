package io.lotwire.web.page;

import io.lotwire.access.AuditFilter;
import io.lotwire.access.AuditRow;
import io.lotwire.access.AuditTrail;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Page;
import io.lotwire.question.AskedParameters;
import io.lotwire.web.door.May;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who changed what, and who signed in. */
@Path("/audit")
@Singleton
public class AuditPages {
    private static final int ROWS = 100;

    private final Ledger ledger;

    AuditPages(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The list. */
    @GET
    @RolesAllowed(May.VIEWER)
    public TemplateInstance list(@Context UriInfo uri) {
        Form form = form(uri);
        AuditFilter filter = filter(form.asked());
        Optional<Keyset> after = form.after(Keyset.Order.BY_ID);
        Page<AuditRow> page = ledger.inTransaction(tx -> new AuditTrail(tx).page(filter, after, ROWS));
        return Templates.audit(page, form);
    }

    /** The same as CSV. */
    @GET
    @Path("list.csv")
    @RolesAllowed(May.VIEWER)
    public Response csv(@Context UriInfo uri) {
        AuditFilter filter = filter(form(uri).asked());
        return CsvList.of(
                "audit",
                List.of(
                        "number", "at", "kind", "who", "role", "address", "did", "to", "subject", "partner", "before",
                        "after", "why", "request"),
                after -> ledger.inTransaction(tx -> new AuditTrail(tx).page(filter, after, CsvList.PORTION)),
                row -> List.of(
                        Long.toString(row.id()),
                        row.at().toString(),
                        row.actorKind(),
                        row.actor(),
                        row.role(),
                        row.address(),
                        row.did(),
                        row.subjectKind(),
                        row.subject(),
                        row.partner(),
                        row.before().map(Object::toString).orElse(""),
                        row.after().map(Object::toString).orElse(""),
                        row.why(),
                        row.request()));
    }

    private static Form form(UriInfo uri) {
        return new Form(
                "/audit",
                uri.getQueryParameters(),
                Set.of("actor", "did", "kind", "subject", "partner", "request", "from", "until"));
    }

    private static AuditFilter filter(AskedParameters asked) {
        return new AuditFilter(
                asked.text("actor"),
                asked.text("did"),
                asked.text("kind"),
                asked.text("subject"),
                asked.text("partner"),
                asked.text("request"),
                asked.day("from").map(Days::begin),
                asked.day("until").map(Days::end));
    }
}
