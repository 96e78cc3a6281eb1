package io.lotwire.web.page;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.spec.ProfileWords;
import io.lotwire.web.door.May;
import io.lotwire.wire.ProfilesInForce;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** With whom documents are exchanged, and what was agreed. */
@Path("/partners")
@Singleton
public class PartnerPages {
    private final ProfilesInForce rules;

    PartnerPages(ProfilesInForce rules) {
        this.rules = rules;
    }

    /** All of them. */
    @GET
    @RolesAllowed(May.VIEWER)
    public TemplateInstance list() {
        Profiles profiles = rules.profiles();
        List<PartnerLine> partners = Stream.concat(
                        profiles.partners().stream().map(PartnerLine::of),
                        profiles.wrong().stream()
                                .filter(name -> profiles.byName(name).isEmpty())
                                .map(PartnerLine::wrong))
                .sorted(Comparator.comparing(PartnerLine::name))
                .toList();
        return Templates.partners(
                partners, profiles.problems().stream().map(Object::toString).toList());
    }

    /** One of them. */
    @GET
    @Path("{name}")
    @RolesAllowed(May.VIEWER)
    public TemplateInstance partner(@PathParam("name") String name) {
        Profiles profiles = rules.profiles();
        Optional<Profile> profile = profiles.byName(name);
        List<String> problems =
                profiles.problems(name).stream().map(Object::toString).toList();
        if (profile.isEmpty() && problems.isEmpty()) {
            throw new NotFoundException();
        }
        return Templates.partner(
                profile.map(PartnerLine::of).orElseGet(() -> PartnerLine.wrong(name)),
                profile.map(ProfileWords::of).orElse(List.of()),
                problems);
    }
}
