package io.lotwire.web.page;

import io.lotwire.access.Role;
import io.lotwire.access.Scope;
import io.lotwire.inspect.Contents;
import io.lotwire.inspect.ElementNames;
import io.lotwire.inspect.ProblemsInPlace;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.Reply;
import io.lotwire.parked.MendedCopy;
import io.lotwire.question.AskedParameters;
import io.lotwire.traffic.FileAccount;
import io.lotwire.traffic.FileFilter;
import io.lotwire.traffic.FileLine;
import io.lotwire.traffic.FileList;
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
import java.util.TreeMap;

/** What came in, and what became of it. */
@Path("/files")
@Singleton
public class FilePages {
    private static final int ROWS = 50;

    private final Ledger ledger;
    private final Archive archive;
    private final Contents contents;
    private final ProfilesInForce rules;
    private final ValueQuestion values;
    private final Signed signed;
    private final Seen seen;

    FilePages(
            Ledger ledger,
            Archive archive,
            Contents contents,
            ProfilesInForce rules,
            ValueQuestion values,
            Signed signed,
            Seen seen) {
        this.ledger = ledger;
        this.archive = archive;
        this.contents = contents;
        this.rules = rules;
        this.values = values;
        this.signed = signed;
        this.seen = seen;
    }

    @GET
    @RolesAllowed(May.PARTNER)
    public TemplateInstance list(@Context UriInfo uri) {
        Form form = form(uri);
        FileFilter filter = filter(form.asked());
        Optional<Keyset> after = form.after(Keyset.Order.BY_TIME);
        Page<FileLine> page =
                ledger.inTransaction(tx -> new FileList(tx).page(signed.asker().scope(), filter, after, ROWS));
        return Templates.files(page, form, States.of(InboxState.class), Partners.shownTo(signed, rules));
    }

    /** The same as CSV. */
    @GET
    @Path("list.csv")
    @RolesAllowed(May.PARTNER)
    public Response csv(@Context UriInfo uri) {
        FileFilter filter = filter(form(uri).asked());
        Scope scope = signed.asker().scope();
        return CsvList.of(
                "came-in",
                List.of(
                        "file",
                        "name",
                        "came",
                        "partner",
                        "wire",
                        "bytes",
                        "state",
                        "cause",
                        "reason",
                        "documents",
                        "rejected",
                        "parked"),
                after -> ledger.inTransaction(tx -> new FileList(tx).page(scope, filter, after, CsvList.PORTION)),
                file -> List.of(
                        Long.toString(file.id()),
                        file.name(),
                        file.receivedAt().toString(),
                        file.partner(),
                        file.wire(),
                        Long.toString(file.size()),
                        file.state().name(),
                        file.cause().map(cause -> cause.code().name()).orElse(""),
                        file.cause().map(Cause::sentence).orElse(""),
                        String.join(", ", file.documents()) + (file.more() > 0 ? ", " + file.more() + " more" : ""),
                        file.refused() ? "yes" : "",
                        file.waits() ? "yes" : ""));
    }

    private static Form form(UriInfo uri) {
        return new Form(
                "/files", uri.getQueryParameters(), Set.of("partner", "wire", "state", "name", "from", "until"));
    }

    private static FileFilter filter(AskedParameters asked) {
        return new FileFilter(
                asked.text("partner"),
                asked.text("wire"),
                asked.read("state", States.reading(InboxState.class), "a state"),
                asked.text("name"),
                asked.day("from").map(Days::begin),
                asked.day("until").map(Days::end));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(May.PARTNER)
    public TemplateInstance file(
            @PathParam("id") long id,
            @QueryParam("documents") String documents,
            @QueryParam("at") String at,
            @QueryParam("segment") String segment,
            @QueryParam("values") String values)
            throws IOException {
        int begin = Numbers.of(documents, 0);
        boolean asked = values != null;
        FileAccount file = ledger.inTransaction(
                        tx -> FileAccount.of(tx, signed.asker().scope(), id, begin))
                .orElseThrow(NotFoundException::new);
        String more = file.documents()
                .next()
                .map(next -> "/files/" + id + "?documents=" + next.id())
                .orElse("");
        String path = "/files/" + id;
        if (signed.asker().payloads()) {
            seen.note("file", id, file.row().partner());
        }
        BytesShown bytes = signed.asker().payloads()
                ? BytesShown.of(
                        contents.open(file.bytes()),
                        new BytesShown.Begin(at, segment),
                        ElementNames.STANDARD,
                        new ProblemsInPlace(file.found()),
                        (content, page) -> asked || content.size() <= ValueQuestion.MOST_BYTES
                                ? this.values.of(file.row(), content, page)
                                : Values.NONE,
                        path)
                : BytesShown.hidden();
        return Templates.file(
                file,
                new TreeMap<>(file.counts()),
                more,
                mended(file.row()),
                bytes,
                path + "/bytes",
                valuesAt(path, at));
    }

    @GET
    @Path("{id}/bytes")
    @RolesAllowed(May.PAYLOADS)
    public Response bytes(@PathParam("id") long id) throws IOException {
        InboxRow row = row(id);
        seen.note("file", id, row.partner());
        return Bytes.of(archive, row.content(), row.fileName().isEmpty() ? "file-" + id : row.fileName());
    }

    @GET
    @Path("{id}/answer")
    @RolesAllowed(May.PAYLOADS)
    public Response answer(@PathParam("id") long id) {
        seen.note("file", id, row(id).partner());
        Reply reply = ledger.inTransaction(tx -> tx.inbox().answer(id)).orElseThrow(NotFoundException::new);
        return Bytes.of(reply, "answer-to-file-" + id);
    }

    /** The address that tells the values of a large file, too. */
    private static String valuesAt(String path, String at) {
        return path + "?values=yes" + (at == null || at.isEmpty() ? "" : "&at=" + Words.encoded(at)) + "#bytes";
    }

    private Mended mended(InboxRow row) {
        return ledger.inTransaction(tx -> {
            MendedCopy copies = new MendedCopy(tx);
            return new Mended(
                    copies.original(row.id()),
                    copies.copies(row.id()),
                    signed.asker().may(Role.INTEGRATOR)
                            && signed.asker().payloads()
                            && copies.refusal(row).isEmpty());
        });
    }

    private InboxRow row(long id) {
        return ledger.inTransaction(tx -> tx.inbox().find(id))
                .filter(row -> signed.asker().scope().shows(row.partner()))
                .orElseThrow(NotFoundException::new);
    }
}
