package io.lotwire.web.page;

import io.lotwire.access.SignIn;
import io.lotwire.ledger.Ledger;
import io.lotwire.web.door.Caller;
import io.lotwire.web.door.SessionCookie;
import io.lotwire.web.door.SignInPlace;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Where people sign in. */
@Path(SignInPlace.ADDRESS)
@Singleton
public class SignInPages {
    private static final int TOO_MANY = 429;

    private final Ledger ledger;
    private final Caller caller;

    SignInPages(Ledger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    /** The form. */
    @GET
    @PermitAll
    public TemplateInstance form(@QueryParam("to") String to) {
        return Templates.signIn("", SignInPlace.next(to), caller.problems());
    }

    /** Somebody signs in. */
    @POST
    @PermitAll
    public Response signIn(@RestForm String name, @RestForm String password, @RestForm String to) {
        String typed = name == null ? "" : name;
        String next = SignInPlace.next(to);
        if (!caller.problems().isEmpty()) {
            return again(Response.Status.FORBIDDEN.getStatusCode(), typed, next, caller.problems());
        }
        SignIn.Outcome outcome =
                new SignIn(ledger).with(typed, password == null ? "" : password, caller.address(), caller.browser());
        if (outcome instanceof SignIn.Outcome.In in) {
            return Response.seeOther(URI.create(next))
                    .cookie(SessionCookie.begin(in.session().secret(), caller.isSecure()))
                    .build();
        }
        if (outcome instanceof SignIn.Outcome.TooSoon soon) {
            return again(
                    TOO_MANY,
                    typed,
                    next,
                    List.of("There were many wrong passwords: try again in "
                            + Math.max(1, soon.left().toSeconds()) + " seconds."));
        }
        return again(Response.Status.UNAUTHORIZED.getStatusCode(), typed, next, List.of("Name or password is wrong."));
    }

    private static Response again(int status, String name, String to, List<String> problems) {
        return Response.status(status)
                .entity(Templates.signIn(name, to, problems))
                .build();
    }
}
