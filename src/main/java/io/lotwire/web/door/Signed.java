package io.lotwire.web.door;

import io.lotwire.access.Asker;
import io.lotwire.access.Session;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who asks for this page, where one must have signed in. */
@RequestScoped
public class Signed {
    /** Under this name an identity has its {@link Session}. */
    static final String SESSION = "lotwire.session";

    /** Under this name an identity has its {@link Asker}. */
    static final String ASKER = "lotwire.asker";

    private final SecurityIdentity identity;

    Signed(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** They. */
    public Asker asker() {
        return identity.getAttribute(ASKER);
    }

    /** By which they are signed in. */
    public Session session() {
        return identity.getAttribute(SESSION);
    }
}
