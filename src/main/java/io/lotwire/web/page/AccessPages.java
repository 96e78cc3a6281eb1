package io.lotwire.web.page;

import io.lotwire.access.Accounts;
import io.lotwire.access.ApiKeys;
import io.lotwire.access.Change;
import io.lotwire.access.Grant;
import io.lotwire.access.Issued;
import io.lotwire.access.NewAccount;
import io.lotwire.access.NewKey;
import io.lotwire.access.Role;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.web.door.May;
import io.lotwire.web.door.Signed;
import io.lotwire.wire.ProfilesInForce;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;

/** Who may sign in, which programs have keys, and what they may. */
@Path("/access")
@Singleton
public class AccessPages {
    private static final String PAGE = "/access";

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Signed signed;

    AccessPages(Ledger ledger, ProfilesInForce rules, Signed signed) {
        this.ledger = ledger;
        this.rules = rules;
        this.signed = signed;
    }

    /** All accounts and keys. */
    @GET
    @RolesAllowed(May.ADMINISTRATOR)
    public TemplateInstance list() {
        return page("", "", List.of());
    }

    private TemplateInstance page(String secret, String of, List<String> problems) {
        return ledger.inTransaction(tx -> Templates.access(
                new Accounts(tx).list(false),
                new ApiKeys(tx).list(false),
                List.of(Role.values()),
                Partners.shownTo(signed, rules),
                secret,
                of,
                problems));
    }

    /** Makes an account. */
    @POST
    @Path("accounts")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response add(
            @RestForm String name,
            @RestForm String title,
            @RestForm String role,
            @RestForm String partner,
            @RestForm String payloads) {
        NewAccount wanted = new NewAccount(said(name), said(title), grant(role, partner, payloads));
        return issued(
                tx -> new Accounts(tx).make(wanted, signed.asker(), ""),
                made -> "the account " + made.to().name());
    }

    /** Allows somebody something else. */
    @POST
    @Path("accounts/{name}/role")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response allow(
            @PathParam("name") String name,
            @RestForm String role,
            @RestForm String partner,
            @RestForm String payloads) {
        return changed(tx -> new Accounts(tx).allow(name, grant(role, partner, payloads), signed.asker(), ""));
    }

    /** Gives somebody a new password. */
    @POST
    @Path("accounts/{name}/password")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response password(@PathParam("name") String name) {
        return issued(
                tx -> new Accounts(tx).givePassword(name, signed.asker(), ""),
                made -> "the account " + made.to().name());
    }

    /** Ends an account. */
    @POST
    @Path("accounts/{name}/end")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response end(@PathParam("name") String name) {
        return changed(tx -> new Accounts(tx).end(name, signed.asker(), ""));
    }

    /** Makes a key. */
    @POST
    @Path("keys")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response addKey(
            @RestForm String system,
            @RestForm String role,
            @RestForm String partner,
            @RestForm String payloads,
            @RestForm String ends) {
        Optional<LocalDate> day = day(said(ends));
        if (day.isEmpty()) {
            return refused("Say the last day on which the key is taken.");
        }
        NewKey wanted = new NewKey(said(system), grant(role, partner, payloads), day.get());
        return issued(
                tx -> new ApiKeys(tx).make(wanted, signed.asker(), ""),
                made -> "the key " + made.to().id() + " of " + made.to().system());
    }

    /** Ends a key. */
    @POST
    @Path("keys/{id}/end")
    @RolesAllowed(May.ADMINISTRATOR)
    public Response endKey(@PathParam("id") String id) {
        return changed(tx -> new ApiKeys(tx).end(id, signed.asker(), ""));
    }

    private <T> Response issued(
            Function<LedgerTransaction, Change<Issued<T>>> change, Function<Issued<T>, String> words) {
        Change<Issued<T>> came = ledger.inTransaction(change::apply);
        return came instanceof Change.Done<Issued<T>> done
                ? Response.ok(page(done.now().secret(), words.apply(done.now()), List.of()))
                        .build()
                : refused(((Change.NotPossible<Issued<T>>) came).why());
    }

    private <T> Response changed(Function<LedgerTransaction, Change<T>> change) {
        Change<T> came = ledger.inTransaction(change::apply);
        return came instanceof Change.NotPossible<T> not
                ? refused(not.why())
                : Response.seeOther(URI.create(PAGE)).build();
    }

    private Response refused(String why) {
        return Response.status(Response.Status.CONFLICT)
                .entity(page("", "", List.of(why)))
                .build();
    }

    private static Grant grant(String role, String partner, String payloads) {
        return new Grant(Role.of(said(role)).orElse(Role.VIEWER), said(partner), payloads != null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String said(String text) {
        return text == null ? "" : text.strip();
    }
}
