package io.lotwire.web.page;

import io.lotwire.access.Scope;
import io.lotwire.inspect.Content;
import io.lotwire.inspect.Contents;
import io.lotwire.inspect.Opened;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.parked.MendedCopy;
import io.lotwire.traffic.FileAccount;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** A person mends a copy of a file that cannot go on, or was refused. */
@Path("/files/{id}/mend")
@Singleton
public class MendPages {
    private static final int LONGEST_WHY = 1000;

    private final Ledger ledger;
    private final Archive archive;
    private final Contents contents;
    private final Signed signed;
    private final Seen seen;

    MendPages(Ledger ledger, Archive archive, Contents contents, Signed signed, Seen seen) {
        this.ledger = ledger;
        this.archive = archive;
        this.contents = contents;
        this.signed = signed;
        this.seen = seen;
    }

    /** The form. */
    @GET
    @RolesAllowed(May.INTEGRATOR)
    public Response form(@PathParam("id") long id) throws IOException {
        FileAccount file = file(id);
        Optional<String> refusal = ledger.inTransaction(tx -> new MendedCopy(tx).refusal(file.row()));
        if (refusal.isPresent()) {
            return shown(Response.Status.CONFLICT, file, "", refusal.get());
        }
        return text(id).map(text -> shown(Response.Status.OK, file, text.text(), ""))
                .orElseGet(
                        () -> shown(
                                Response.Status.CONFLICT,
                                file,
                                "",
                                "It cannot be edited here: its bytes are gone, are more than 1 MB, or are no text. Let its sender mend it."));
    }

    /** It goes on in a mended copy. */
    @POST
    @RolesAllowed(May.INTEGRATOR)
    public Response mend(@PathParam("id") long id, @RestForm String text, @RestForm String why) throws IOException {
        FileAccount file = file(id);
        Optional<EditedText> original = text(id);
        String said = why == null ? "" : why.strip();
        if (original.isEmpty() || text == null || text.isEmpty()) {
            return shown(Response.Status.BAD_REQUEST, file, "", "There is no mended text.");
        }
        if (said.isEmpty() || said.length() > LONGEST_WHY) {
            return shown(
                    Response.Status.BAD_REQUEST,
                    file,
                    text,
                    "Say in a sentence what you mended: somebody will ask later.");
        }
        KeptContent content = archive.keep(original.get().bytes(text));
        MendedCopy.Outcome outcome =
                ledger.inTransaction(tx -> new MendedCopy(tx).of(id, content, signed.asker(), said));
        return outcome instanceof MendedCopy.Outcome.Made made
                ? Response.seeOther(URI.create("/files/" + made.id())).build()
                : shown(Response.Status.CONFLICT, file, text, ((MendedCopy.Outcome.NotPossible) outcome).why());
    }

    private Response shown(Response.Status status, FileAccount file, String text, String wrong) {
        List<StoredProblem> problems = file.found();
        List<String> segments = problems.stream()
                .filter(problem -> problem.at().segment() > 0)
                .map(problem -> Integer.toString(problem.at().segment()))
                .distinct()
                .toList();
        return Response.status(status)
                .entity(Templates.mend(file, problems, segments, text, wrong))
                .build();
    }

    private FileAccount file(long id) {
        if (!signed.asker().payloads()) {
            throw new ForbiddenException();
        }
        FileAccount file = ledger.inTransaction(tx -> FileAccount.of(tx, new Scope.Everyone(), id, 0))
                .orElseThrow(NotFoundException::new);
        seen.note("file", id, file.row().partner());
        return file;
    }

    private Optional<EditedText> text(long id) throws IOException {
        Optional<Opened> opened =
                ledger.inTransaction(tx -> tx.inbox().bytes(id)).map(contents::open);
        if (opened.isEmpty() || !(opened.get() instanceof Opened.There there)) {
            return Optional.empty();
        }
        Content content = there.content();
        return content.size() > EditedText.MOST ? Optional.empty() : EditedText.of(content.read(0, content.size()));
    }
}
