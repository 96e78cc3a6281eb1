package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mime.MessageIdHeader;
import io.lotwire.as2.mime.MimeHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Makes messages and sends them. Safe for use by many threads. */
public final class As2Sender {
    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;
    private final String authorization;

    /**
     * @param http the client to send with; TLS and authentication are its affair. It must not follow redirects
     * @param timeout for one delivery as a whole: connection, sending, and the full answer
     * @param clock against which certificates are valid
     */
    public As2Sender(HttpClient http, Duration timeout, Clock clock) {
        this(http, timeout, clock, "");
    }

    private As2Sender(HttpClient http, Duration timeout, Clock clock, String authorization) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("An AS2 client must not follow redirects");
        }
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
        this.authorization = authorization;
    }

    /**
     * A sender that shows a name and a password with every request (RFC 7617), without waiting to be asked: a server
     * that asks would have let us send the whole message for nothing.
     */
    public As2Sender withLogin(String user, char[] password) {
        byte[] login = (user + ":" + String.valueOf(password)).getBytes(StandardCharsets.UTF_8);
        return new As2Sender(
                http, timeout, clock, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /**
     * Makes a message. What is small is made in memory.
     *
     * @param agreement with whom and how
     * @param payloads the documents; several travel as multipart/related (RFC 6362)
     * @param folder where a message that is not small gets a folder of its own, until it is {@linkplain
     *     OutgoingMessage#discard discarded}; made when missing
     * @throws As2Exception when a key or certificate is missing, expired or unfit
     * @throws IOException when a payload cannot be read or the folder cannot be written
     */
    public OutgoingMessage build(As2Agreement agreement, List<OutgoingPayload> payloads, Path folder)
            throws As2Exception, IOException {
        return build(agreement, payloads, folder, MessageIdHeader.next(agreement.ours()));
    }

    /**
     * The same under a given Message-ID: a message that is sent again after a restart is made anew and travels under
     * the id of the first time. Encryption differs each time; the MIC does not.
     *
     * @param messageId with its angle brackets
     */
    public OutgoingMessage build(As2Agreement agreement, List<OutgoingPayload> payloads, Path folder, String messageId)
            throws As2Exception, IOException {
        return new Composition(agreement, clock.instant(), folder).compose(payloads, messageId);
    }

    /**
     * Sends a message and waits for the answer. May be called again with the same message.
     *
     * @param to the partner's http or https address
     * @throws InterruptedException when the thread is interrupted; the request is broken off
     */
    public Sent send(OutgoingMessage message, As2Agreement agreement, URI to) throws InterruptedException {
        return waitedFor(sendAsync(message, agreement, to));
    }

    /**
     * Sends a message without waiting. Each that is under way has a connection of its own, which the next one takes
     * over; one that hangs holds no other.
     *
     * @param message must not be discarded before the outcome is there
     * @param to the partner's http or https address
     * @return what {@link #send} returns, never a failure; continue in threads of your own, for those that complete it
     *     must not be held up. When it is cancelled, the request is broken off
     */
    public CompletableFuture<Sent> sendAsync(OutgoingMessage message, As2Agreement agreement, URI to) {
        try {
            HttpRequest.BodyPublisher body = published(message.body());
            return exchange(to, message.headers(), body, answer -> judged(message, agreement, answer));
        } catch (IOException e) {
            return CompletableFuture.completedFuture(
                    not(NotConfirmedReason.CONNECTION_FAILED, "The message for " + to + " cannot be read: " + e));
        }
    }

    /** Posts a receipt: {@link Sent.MdnTaken} or {@link Sent.NotConfirmed}. May be called again with the same one. */
    public Sent post(AsyncMdn mdn) throws InterruptedException {
        return waitedFor(postAsync(mdn));
    }

    /** Posts a receipt without waiting, see {@link #sendAsync}. */
    public CompletableFuture<Sent> postAsync(AsyncMdn mdn) {
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.ofByteArray(mdn.body().toByteArray());
        return exchange(mdn.to(), mdn.headers(), body, answer -> {
            Optional<Sent.NotConfirmed> notTaken = notTaken(answer);
            return notTaken.isPresent() ? notTaken.get() : new Sent.MdnTaken(answer.statusCode());
        });
    }

    private static Sent waitedFor(CompletableFuture<Sent> exchange) throws InterruptedException {
        try {
            return exchange.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private CompletableFuture<Sent> exchange(
            URI to,
            Map<String, String> headers,
            HttpRequest.BodyPublisher body,
            Function<HttpResponse<Octets>, Sent> judgement) {
        HttpRequest request;
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(to)
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(timeout)
                    .header("User-Agent", "Lotwire")
                    .POST(body);
            headers.forEach(builder::header);
            if (!authorization.isEmpty()) {
                builder.header("Authorization", authorization);
            }
            request = builder.build();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(
                    not(NotConfirmedReason.CONNECTION_FAILED, "Nothing can be sent to " + to + ": " + e.getMessage()));
        }
        CompletableFuture<HttpResponse<Octets>> exchange = http.sendAsync(request, answer -> new LimitedAnswer());
        CompletableFuture<Sent> outcome = new CompletableFuture<>();
        CompletableFuture<Sent> unusedJudgement = exchange.handle(
                        (answer, failure) -> failure == null ? judgement.apply(answer) : failed(to, failure))
                .whenComplete((sent, bug) -> {
                    if (bug == null) {
                        outcome.complete(sent);
                    } else {
                        outcome.completeExceptionally(bug);
                    }
                });
        CompletableFuture<Sent> unusedEnd = outcome.whenComplete((sent, cancelled) -> exchange.cancel(true));
        return outcome.completeOnTimeout(timedOut(to), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Sent failed(URI to, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException
                ? timedOut(to)
                : not(NotConfirmedReason.CONNECTION_FAILED, "The connection to " + to + " failed: " + reason(cause));
    }

    /** @throws IOException when the body's file is not there */
    private static HttpRequest.BodyPublisher published(Content body) throws IOException {
        if (body instanceof Octets octets) {
            return HttpRequest.BodyPublishers.ofByteArray(octets.toByteArray());
        }
        if (body.size() == 0) {
            return HttpRequest.BodyPublishers.noBody();
        }
        body.open().close();
        return HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> opened(body)), body.size());
    }

    /** A body that is gone by now is too short for its length: the exchange fails. */
    private static InputStream opened(Content body) {
        try {
            return body.open();
        } catch (IOException gone) {
            return InputStream.nullInputStream();
        }
    }

    private Sent judged(OutgoingMessage message, As2Agreement agreement, HttpResponse<Octets> answer) {
        Optional<Mdn> mdn =
                MdnReader.read(MimeHeaders.ofHttp(answer.headers().map()), answer.body(), agreement, clock.instant());
        Optional<Sent.NotConfirmed> notTaken = notTaken(answer);
        if (notTaken.isPresent()) {
            return new Sent.NotConfirmed(notTaken.get().reason(), notTaken.get().sentence(), mdn);
        }
        if (mdn.isPresent()) {
            return MdnVerdict.of(message, mdn.get());
        }
        if (message.asyncMdn()) {
            return new Sent.AwaitingMdn(answer.statusCode());
        }
        return not(
                NotConfirmedReason.NOT_AN_MDN,
                "The server answered with HTTP " + answer.statusCode() + " and no MDN, content type '"
                        + answer.headers().firstValue("Content-Type").orElse("") + "'" + beginning(answer));
    }

    /** What it means that a request was not taken; empty when it was. */
    private static Optional<Sent.NotConfirmed> notTaken(HttpResponse<Octets> answer) {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            return Optional.of(not(
                    NotConfirmedReason.REDIRECTED,
                    "The server answered with HTTP " + status + " and points to '"
                            + answer.headers().firstValue("Location").orElse("")
                            + "'; redirects are not followed, correct the partner's address"));
        }
        if (status < 200 || status >= 300) {
            return Optional.of(
                    not(NotConfirmedReason.HTTP_STATUS, "The server answered with HTTP " + status + beginning(answer)));
        }
        return Optional.empty();
    }

    private static String beginning(HttpResponse<Octets> answer) {
        String text =
                answer.body().text(200).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.isEmpty() ? ", no content" : ": '" + text + "'";
    }

    private Sent timedOut(URI to) {
        return not(NotConfirmedReason.TIMED_OUT, "No full answer from " + to + " within " + timeout.toSeconds() + " s");
    }

    private static Sent.NotConfirmed not(NotConfirmedReason reason, String sentence) {
        return new Sent.NotConfirmed(reason, sentence, Optional.empty());
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
