package io.lotwire.wire.api;

import io.lotwire.capture.CaptureKind;
import io.lotwire.ledger.Receipt;
import io.lotwire.wire.Intake;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.http.BodyStream;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes lot events and scans of all partners, tells what became of them, and answers what the owner's programs ask. The event loop asks whose a request is, gives it a place
 * and brings in its body; one of Quarkus' threads does the rest, as it waits for the disk and the database.
 */
@Singleton
final class ApiServer {
    private static final Logger LOG = Logger.getLogger(ApiServer.class);

    /** Bytes of a body: some fifty thousand events. What is larger goes as a file over another wire. */
    static final long LARGEST = 64L * 1024 * 1024;

    /** Requests under way: each holds a thread, of which Quarkus has 200; AS2 may hold 150 of these, and pages as many as this. */
    private static final int MOST = 24;

    /** Of them, those of programs that show a key: what partners post finds places all the same. */
    private static final int MOST_OF_KEYS = 12;

    private static final String OF_KEYS = "a program with a key";

    private final ApiClients clients;
    private final ApiDocuments documents;
    private final ApiQuestions questions;
    private final ApiAskers askers;
    private final Intake intake;
    private final ProducerTemplate routes;
    private final Executor threads;
    private final Duration mostPause;
    private final Semaphore places = new Semaphore(MOST);
    private final Semaphore placesOfKeys = new Semaphore(MOST_OF_KEYS);

    /** @param mostPause so long the body of a request may pause */
    ApiServer(
            ApiClients clients,
            ApiDocuments documents,
            ApiQuestions questions,
            ApiAskers askers,
            Intake intake,
            ProducerTemplate routes,
            ScheduledExecutorService threads,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration mostPause) {
        this.clients = clients;
        this.documents = documents;
        this.questions = questions;
        this.askers = askers;
        this.intake = intake;
        this.routes = routes;
        this.threads = threads;
        this.mostPause = mostPause;
    }

    /** Takes a document. Called on the event loop, before the body came. */
    void take(RoutingContext request, CaptureKind kind) {
        ApiExchange exchange = ApiExchange.of(request);
        Optional<ApiClient> client = client(request, exchange);
        if (client.isEmpty()) {
            return;
        }
        Optional<String> extension = extension(request.request());
        if (!client.get().sends(kind)) {
            exchange.give(ApiAnswer.notAgreed(kind.document()));
        } else if (extension.isEmpty()) {
            exchange.give(ApiAnswer.wrongType());
        } else if (length(request.request()) > LARGEST) {
            exchange.give(ApiAnswer.tooLarge(LARGEST));
        } else if (!intake.isOpen()) {
            exchange.give(ApiAnswer.later("Nothing more is taken in now; please send it again later."));
        } else {
            enter(client.get().places(), exchange, () -> {
                BodyStream body = exchange.body(mostPause, LARGEST);
                Posted posted = new Posted(client.get().partner(), kind, extension.get(), body);
                body.bringIn(
                        () -> work(client.get().partner(), client.get().places(), exchange, () -> keep(posted, body)));
            });
        }
    }

    /** Tells what became of a document. Called on the event loop. */
    void tell(RoutingContext request, String id) {
        ApiExchange exchange = ApiExchange.of(request);
        Optional<ApiClient> client = client(request, exchange);
        if (client.isEmpty()) {
            return;
        }
        if (!id.matches("[0-9]{1,18}")) {
            exchange.give(ApiAnswer.notFound());
            return;
        }
        enter(
                client.get().places(),
                exchange,
                () -> work(
                        client.get().partner(),
                        client.get().places(),
                        exchange,
                        () -> documents.of(client.get().partner(), Long.parseLong(id))));
    }

    /** Answers a question about a thing that has a number. Called on the event loop. */
    void answer(RoutingContext request, String address, String number) {
        answer(request, address, List.of(number));
    }

    /**
     * Answers a question. Called on the event loop.
     *
     * @param address as {@link ApiQuestions#ask} has it
     */
    void answer(RoutingContext request, String address) {
        answer(request, address, List.of());
    }

    private void answer(RoutingContext request, String address, List<String> number) {
        ApiExchange exchange = ApiExchange.of(request);
        Map<String, List<String>> parameters = new TreeMap<>();
        request.queryParams().names().forEach(name -> parameters.put(name, request.queryParam(name)));
        if (!number.isEmpty()) {
            parameters.put("number", number);
        }
        Supplier<ApiAnswer> asking = () -> answered(questions.ask(address, parameters));
        String authorization = request.request().getHeader("Authorization");
        if (askers.isKey(authorization)) {
            enter(
                    placesOfKeys,
                    exchange,
                    () -> work(OF_KEYS, placesOfKeys, exchange, () -> byKey(authorization, asking)));
            return;
        }
        Optional<ApiClient> client = client(request, exchange);
        if (client.isEmpty()) {
            return;
        }
        if (!client.get().asks()) {
            exchange.give(ApiAnswer.mayNotAsk());
            return;
        }
        enter(
                client.get().places(),
                exchange,
                () -> work(client.get().partner(), client.get().places(), exchange, asking));
    }

    private ApiAnswer byKey(String authorization, Supplier<ApiAnswer> asking) {
        return switch (askers.of(authorization)) {
            case MAY_ASK -> asking.get();
            case MAY_NOT -> ApiAnswer.keyMayNotAsk();
            case NOT_KNOWN -> ApiAnswer.notKnown();
        };
    }

    private static ApiAnswer answered(ApiQuestions.Reply reply) {
        if (reply instanceof ApiQuestions.Reply.Found found) {
            return ApiAnswer.ok(found.json());
        }
        if (reply instanceof ApiQuestions.Reply.Written written) {
            return ApiAnswer.file(written.file(), written.type(), written.name());
        }
        if (reply instanceof ApiQuestions.Reply.Later later) {
            return ApiAnswer.later(later.sentence());
        }
        return reply instanceof ApiQuestions.Reply.Nothing nothing
                ? ApiAnswer.notFound(nothing.sentence())
                : ApiAnswer.wrong(((ApiQuestions.Reply.Wrong) reply).sentences());
    }

    private Optional<ApiClient> client(RoutingContext request, ApiExchange exchange) {
        Optional<ApiClient> client = clients.of(request.request().getHeader("Authorization"));
        if (client.isEmpty()) {
            LOG.debugf(
                    "A request from %s shows no token that is in force",
                    request.request().remoteAddress().hostAddress());
            exchange.giveLate(ApiAnswer.notKnown());
        }
        return client;
    }

    /** Takes a place among all, and one of their own; {@link #work} leaves them. */
    private void enter(Semaphore own, ApiExchange exchange, Runnable inside) {
        if (!own.tryAcquire()) {
            exchange.give(ApiAnswer.later("As many requests are under way as agreed; please send it again later."));
        } else if (!places.tryAcquire()) {
            own.release();
            exchange.give(ApiAnswer.later("The server is busy; please send it again later."));
        } else {
            inside.run();
        }
    }

    private void work(String whose, Semaphore own, ApiExchange exchange, Supplier<ApiAnswer> work) {
        Runnable leave = () -> {
            places.release();
            own.release();
        };
        try {
            threads.execute(() -> {
                ApiAnswer answer = ApiAnswer.later("It was not done; please try again later.");
                try {
                    answer = work.get();
                } catch (RuntimeException failed) {
                    LOG.errorf("A request of %s failed: %s", whose, RootCause.sentence(failed));
                } finally {
                    leave.run();
                    exchange.give(answer);
                }
            });
        } catch (RejectedExecutionException ending) {
            leave.run();
            exchange.give(ApiAnswer.later("The server is ending; please send it again later."));
        }
    }

    private ApiAnswer keep(Posted posted, BodyStream body) {
        Exchange done = routes.request(
                "direct:receive-api", exchange -> exchange.getMessage().setBody(posted));
        Exception failed = done.getException();
        if (failed == null) {
            return ApiDocuments.kept(done.getMessage().getBody(Receipt.class));
        }
        LOG.warnf(
                "What was posted from %s was not taken, and they were told so: %s",
                posted.partner(), RootCause.sentence(failed));
        if (failed instanceof BodyStream.TooLarge) {
            return ApiAnswer.tooLarge(LARGEST);
        }
        return body.isBroken()
                ? ApiAnswer.brokenOff()
                : ApiAnswer.later("It was not taken; please send it again later.");
    }

    /** How a file of such a content is named; empty for a content that is not taken. */
    private static Optional<String> extension(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Optional.empty();
        }
        String header = request.getHeader("Content-Type");
        String[] parts = header == null
                ? new String[] {""}
                : header.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return Optional.empty();
            }
        }
        return switch (parts[0].strip()) {
            case "application/json" -> Optional.of("json");
            case "application/x-ndjson" -> Optional.of("ndjson");
            default -> Optional.empty();
        };
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
