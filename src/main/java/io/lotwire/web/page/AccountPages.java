package io.lotwire.web.page;

import io.lotwire.access.Issued;
import io.lotwire.access.OwnPassword;
import io.lotwire.access.Session;
import io.lotwire.access.Sessions;
import io.lotwire.ledger.Ledger;
import io.lotwire.web.door.Caller;
import io.lotwire.web.door.May;
import io.lotwire.web.door.SessionCookie;
import io.lotwire.web.door.SignInPlace;
import io.lotwire.web.door.Signed;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody may see and change of their own account. */
@Path("/")
@Singleton
public class AccountPages {
    private final Ledger ledger;
    private final Caller caller;
    private final Signed signed;

    AccountPages(Ledger ledger, Caller caller, Signed signed) {
        this.ledger = ledger;
        this.caller = caller;
        this.signed = signed;
    }

    /** The account. */
    @GET
    @Path("account")
    @RolesAllowed(May.PARTNER)
    public TemplateInstance account() {
        long id = signed.session().account().id();
        return Templates.account(ledger.inTransaction(tx -> new Sessions(tx).of(id)));
    }

    /** All their sessions end but this one. */
    @POST
    @Path("account/end-sessions")
    @RolesAllowed(May.PARTNER)
    public Response endOthers() {
        Session own = signed.session();
        ledger.useTransaction(tx -> {
            Sessions sessions = new Sessions(tx);
            sessions.of(own.account().id()).stream()
                    .filter(each -> !each.id().equals(own.id()))
                    .forEach(each -> sessions.end(own.account().id(), each.id(), signed.asker()));
        });
        return Response.seeOther(URI.create("/account")).build();
    }

    /** The form for another password. */
    @GET
    @Path("account/password")
    @RolesAllowed({May.PARTNER, May.CHOOSES_PASSWORD})
    public TemplateInstance password() {
        return password(List.of());
    }

    private TemplateInstance password(List<String> problems) {
        return Templates.password(
                signed.asker().name(), signed.session().account().mustChange(), problems);
    }

    /** They choose another password. */
    @POST
    @Path("account/password")
    @RolesAllowed({May.PARTNER, May.CHOOSES_PASSWORD})
    public Response change(@RestForm String old, @RestForm String password, @RestForm String again) {
        List<String> problems = new ArrayList<>();
        String wanted = password == null ? "" : password;
        if (!wanted.equals(again)) {
            problems.add("The new password is not the same both times.");
        } else {
            OwnPassword.Outcome outcome =
                    new OwnPassword(ledger).change(signed.session(), old == null ? "" : old, wanted, caller.address());
            if (outcome instanceof OwnPassword.Outcome.Changed changed) {
                return begun(changed.session());
            }
            problems.addAll(why(outcome));
        }
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(password(problems))
                .build();
    }

    private Response begun(Issued<Session> session) {
        return Response.seeOther(URI.create("/"))
                .cookie(SessionCookie.begin(session.secret(), caller.isSecure()))
                .build();
    }

    private static List<String> why(OwnPassword.Outcome outcome) {
        if (outcome instanceof OwnPassword.Outcome.NotGood not) {
            return not.why();
        }
        return outcome instanceof OwnPassword.Outcome.TooSoon soon
                ? List.of("There were many wrong passwords: try again in "
                        + Math.max(1, soon.left().toSeconds()) + " seconds.")
                : List.of("The password of now is wrong.");
    }

    /** They sign out. */
    @POST
    @Path("logout")
    @RolesAllowed({May.PARTNER, May.CHOOSES_PASSWORD})
    public Response signOut() {
        Session own = signed.session();
        ledger.inTransaction(tx -> new Sessions(tx).end(own.account().id(), own.id(), signed.asker()));
        return Response.seeOther(URI.create(SignInPlace.ADDRESS))
                .cookie(SessionCookie.end(caller.isSecure()))
                .build();
    }
}
