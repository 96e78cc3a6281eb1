package io.lotwire.web.door;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Knows people by the session in their cookie; who has none is led to where one signs in, and then to the page that they wanted. */
@Singleton
final class SessionMechanism implements HttpAuthenticationMechanism {
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Cookie cookie =
                request.request().getCookie(SessionCookie.name(request.request().isSSL()));
        return cookie == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(new SessionRequest(
                        cookie.getValue(), request.request().remoteAddress().hostAddress()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        String wanted = request.request().method().equals(HttpMethod.GET)
                ? "?to=" + URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8)
                : "";
        return Uni.createFrom().item(new ChallengeData(303, "Location", SignInPlace.ADDRESS + wanted));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
