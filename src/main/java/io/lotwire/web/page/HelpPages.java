package io.lotwire.web.page;

import io.lotwire.web.door.May;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What pages and words mean. */
@Path("/help")
@Singleton
public class HelpPages {
    private final String version;

    HelpPages(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** The page. */
    @GET
    @RolesAllowed(May.PARTNER)
    public TemplateInstance help() {
        return Templates.help(version);
    }
}
