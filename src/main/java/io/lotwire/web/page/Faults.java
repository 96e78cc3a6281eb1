package io.lotwire.web.page;

import io.lotwire.web.door.May;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is said when a page cannot be shown; nobody sees a stack trace. */
@Singleton
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);

    private final SecurityIdentity identity;

    Faults(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        return identity.hasRole(May.CHOOSES_PASSWORD)
                ? Response.seeOther(URI.create("/account/password")).build()
                : page(
                        Response.Status.FORBIDDEN.getStatusCode(),
                        "You may not do this",
                        "Your account does not allow it. An administrator can change that.");
    }

    @ServerExceptionMapper
    Response known(WebApplicationException fault) {
        int status = fault.getResponse().getStatus();
        return status == Response.Status.NOT_FOUND.getStatusCode()
                ? page(status, "There is no such page", "Nothing is at this address, or it is not yours to see.")
                : page(status, "This request cannot be answered", "Go back, and try it another way.");
    }

    @ServerExceptionMapper
    Response unknown(RuntimeException fault) {
        LOG.error("A page could not be shown", fault);
        return page(
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "This page could not be shown",
                "It is a fault of ours, or the database does not answer. Nothing was changed. The log of the gateway says more.");
    }

    private static Response page(int status, String title, String sentence) {
        return Response.status(status).entity(Templates.fault(title, sentence)).build();
    }
}
