package io.lotwire.wire.as2;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * {@code /as2} among the routes of the HTTP server. Of Quarkus' layers only Vert.x Web stands before it: what JAX-RS
 * does with media types, headers and writers was half of what a small message took to be accepted.
 */
@Singleton
public class As2Route {
    private static final String PATH = "/as2";
    private static final String ALLOWED = "OPTIONS, POST";
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Instance<As2Server> server;

    /** @param server looked up with the first request: routes are made before all that it stands on has started */
    As2Route(Instance<As2Server> server) {
        this.server = server;
    }

    void routes(@Observes Router router) {
        router.route(PATH).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (method.equals(HttpMethod.POST)) {
            server.get().take(request);
            return;
        }
        HttpServerResponse response = request.response();
        response.setStatusCode(method.equals(HttpMethod.OPTIONS) ? OK : METHOD_NOT_ALLOWED);
        response.putHeader("Allow", ALLOWED);
        response.end().onComplete(written -> {});
    }
}
