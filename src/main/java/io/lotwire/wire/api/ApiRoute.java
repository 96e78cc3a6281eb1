package io.lotwire.wire.api;

import io.lotwire.capture.CaptureKind;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** {@code /api/v1} among the routes of the HTTP server: where lot events and scans are posted and asked after, and questions are asked. */
@Singleton
public class ApiRoute {
    private final Instance<ApiServer> server;

    /** @param server looked up with the first request: routes are made before all that it stands on has started */
    ApiRoute(Instance<ApiServer> server) {
        this.server = server;
    }

    void routes(@Observes Router router) {
        add(router, "/api/v1/events", HttpMethod.POST, request -> server.get().take(request, CaptureKind.LOT_EVENTS));
        add(router, "/api/v1/scans", HttpMethod.POST, request -> server.get().take(request, CaptureKind.SCANS));
        add(router, ApiDocuments.PATH + "/:id", HttpMethod.GET, request -> server.get()
                .tell(request, request.pathParam("id")));
        for (String subject : List.of("registry", "compliance")) {
            String path = "/api/v1/" + subject + "/:question";
            add(router, path, HttpMethod.GET, request -> server.get().answer(request, address(subject, request)));
            add(router, path + "/:number", HttpMethod.GET, request -> server.get()
                    .answer(request, address(subject, request) + "/NUMBER", request.pathParam("number")));
        }
    }

    private static String address(String subject, RoutingContext request) {
        return subject + "/" + request.pathParam("question");
    }

    private void add(Router router, String path, HttpMethod method, Consumer<RoutingContext> handler) {
        router.route(path).handler(request -> {
            if (request.request().method().equals(method)) {
                handler.accept(request);
            } else {
                ApiExchange.of(request).give(ApiAnswer.wrongMethod(method.name()));
            }
        });
    }
}
