package io.lotwire.web.page;

import io.lotwire.gateway.Settings;
import io.lotwire.web.door.May;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What is set about this installation. */
@Path("/settings")
@Singleton
public class SettingPages {
    private final Settings settings;

    SettingPages(Settings settings) {
        this.settings = settings;
    }

    /** Each setting with its value, what is usual, and where the value comes from; secrets are masked. */
    @GET
    @RolesAllowed(May.VIEWER)
    public TemplateInstance list() {
        return Templates.settings(settings.inForce());
    }
}
