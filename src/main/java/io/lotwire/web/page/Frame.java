package io.lotwire.web.page;

import io.lotwire.access.Asker;
import io.lotwire.access.Role;
import io.lotwire.access.Scope;
import io.lotwire.web.door.Signed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands around every page for who has signed in. Templates know it as {@code inject:frame}. */
@RequestScoped
@Named("frame")
public class Frame {
    private final Signed signed;

    Frame(Signed signed) {
        this.signed = signed;
    }

    private Asker asker() {
        return signed.asker();
    }

    /** Who looks. */
    public String getName() {
        return asker().name();
    }

    /** What they may, in a word. */
    public String getRole() {
        return asker().role().word();
    }

    /** Whether they are of our own, and see everything. */
    public boolean isOurs() {
        return asker().scope() instanceof Scope.Everyone;
    }

    /** Whether they may work on what waits. */
    public boolean isOperator() {
        return asker().may(Role.OPERATOR);
    }

    /** Whether they may keep accounts. */
    public boolean isAdministrator() {
        return asker().may(Role.ADMINISTRATOR);
    }

    /** Whether they may see the bytes of documents. */
    public boolean isPayloads() {
        return asker().payloads();
    }
}
