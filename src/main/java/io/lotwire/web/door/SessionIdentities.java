package io.lotwire.web.door;

import io.lotwire.access.Session;
import io.lotwire.access.Sessions;
import io.lotwire.ledger.Ledger;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows whose session it is, and what they may: the account is asked with every request, so that what is taken away is gone at once. */
@Singleton
final class SessionIdentities implements IdentityProvider<SessionRequest> {
    private final Ledger ledger;

    SessionIdentities(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> ledger.inTransaction(tx -> new Sessions(tx).seen(request.shown()))
                .map(session -> identity(session, request.address()))
                .orElse(null));
    }

    private static SecurityIdentity identity(Session session, String address) {
        var account = session.account();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(
                        account.mustChange()
                                ? Set.of(May.CHOOSES_PASSWORD)
                                : May.words(
                                        account.grant().role(), account.grant().payloads()))
                .addAttribute(Signed.SESSION, session)
                .addAttribute(Signed.ASKER, account.asker(address))
                .build();
    }
}
