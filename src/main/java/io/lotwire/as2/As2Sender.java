package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.Answer;
import io.lotwire.as2.http.Exchange;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.http.Request;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mime.MessageIdHeader;
import io.lotwire.as2.mime.MimeHeaders;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Makes messages and sends them. Safe for use by many threads. */
public final class As2Sender {
    /** Exchanges that nobody waits for: each has a thread, as it has a connection. */
    private static final Executor THREADS = Executors.newCachedThreadPool(As2Sender::daemon);

    private final HttpSender http;
    private final Duration timeout;
    private final Clock clock;
    private final String authorization;

    /**
     * @param http to send with; TLS is its affair
     * @param timeout for one delivery as a whole: connection, sending, and the full answer
     * @param clock against which certificates are valid
     */
    public As2Sender(HttpSender http, Duration timeout, Clock clock) {
        this(http, timeout, clock, "");
    }

    private As2Sender(HttpSender http, Duration timeout, Clock clock, String authorization) {
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
     * Sends a message in the caller's thread and waits for the answer. May be called again with the same message.
     *
     * @param to the partner's http or https address
     * @throws InterruptedException when the thread is interrupted; the request is broken off
     */
    public Sent send(OutgoingMessage message, As2Agreement agreement, URI to) throws InterruptedException {
        return attempt(message, agreement, to).here();
    }

    /**
     * Sends a message without waiting. Each that is under way has a connection and a thread of its own, which the next one
     * takes over; one that hangs holds no other.
     *
     * @param message must not be discarded before the outcome is there
     * @param to the partner's http or https address
     * @return what {@link #send} returns, never a failure. When it is cancelled, the request is broken off
     */
    public CompletableFuture<Sent> sendAsync(OutgoingMessage message, As2Agreement agreement, URI to) {
        return attempt(message, agreement, to).elsewhere();
    }

    /** Posts a receipt: {@link Sent.MdnTaken} or {@link Sent.NotConfirmed}. May be called again with the same one. */
    public Sent post(AsyncMdn mdn) throws InterruptedException {
        return attempt(mdn).here();
    }

    /** Posts a receipt without waiting, see {@link #sendAsync}. */
    public CompletableFuture<Sent> postAsync(AsyncMdn mdn) {
        return attempt(mdn).elsewhere();
    }

    private Attempt attempt(OutgoingMessage message, As2Agreement agreement, URI to) {
        return attempt(to, message.headers(), message.body(), answer -> judged(message, agreement, answer));
    }

    private Attempt attempt(AsyncMdn mdn) {
        return attempt(mdn.to(), mdn.headers(), mdn.body(), answer -> {
            Optional<Sent.NotConfirmed> notTaken = notTaken(answer);
            return notTaken.isPresent() ? notTaken.get() : new Sent.MdnTaken(answer.status());
        });
    }

    private Attempt attempt(URI to, Map<String, String> headers, Content body, Function<Answer, Sent> judgement) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!authorization.isEmpty()) {
            all.put("Authorization", authorization);
        }
        return new Attempt(to, body, http.exchange(new Request("POST", to, all, body), timeout), judgement);
    }

    /** A message or a receipt on its way, once. */
    private record Attempt(URI to, Content body, Exchange exchange, Function<Answer, Sent> judgement) {
        Sent here() throws InterruptedException {
            try {
                body.open().close();
            } catch (IOException e) {
                return not(NotConfirmedReason.CONNECTION_FAILED, "The message for " + to + " cannot be read: " + e);
            }
            try {
                return judgement.apply(exchange.run());
            } catch (TimeoutException e) {
                return not(NotConfirmedReason.TIMED_OUT, e.getMessage());
            } catch (MalformedURLException e) {
                return not(
                        NotConfirmedReason.CONNECTION_FAILED, "Nothing can be sent to " + to + ": " + e.getMessage());
            } catch (IOException e) {
                return not(NotConfirmedReason.CONNECTION_FAILED, "The connection to " + to + " failed: " + reason(e));
            }
        }

        CompletableFuture<Sent> elsewhere() {
            CompletableFuture<Sent> outcome = new CompletableFuture<>();
            THREADS.execute(() -> {
                try {
                    outcome.complete(here());
                } catch (InterruptedException | RuntimeException | Error bug) {
                    outcome.completeExceptionally(bug);
                }
            });
            CompletableFuture<Sent> unusedEnd = outcome.whenComplete((sent, cancelled) -> {
                if (cancelled != null) {
                    exchange.cancel();
                }
            });
            return outcome;
        }
    }

    private Sent judged(OutgoingMessage message, As2Agreement agreement, Answer answer) {
        Optional<Mdn> mdn =
                MdnReader.read(MimeHeaders.ofHttp(answer.headers()), answer.body(), agreement, clock.instant());
        Optional<Sent.NotConfirmed> notTaken = notTaken(answer);
        if (notTaken.isPresent()) {
            return new Sent.NotConfirmed(notTaken.get().reason(), notTaken.get().sentence(), mdn);
        }
        if (mdn.isPresent()) {
            return MdnVerdict.of(message, mdn.get());
        }
        if (message.asyncMdn()) {
            return new Sent.AwaitingMdn(answer.status());
        }
        return not(
                NotConfirmedReason.NOT_AN_MDN,
                "The server answered with HTTP " + answer.status() + " and no MDN, content type '"
                        + answer.header("Content-Type") + "'" + beginning(answer));
    }

    /** What it means that a request was not taken; empty when it was. */
    private static Optional<Sent.NotConfirmed> notTaken(Answer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return Optional.of(not(
                    NotConfirmedReason.REDIRECTED,
                    "The server answered with HTTP " + status + " and points to '"
                            + answer.header("Location")
                            + "'; redirects are not followed, correct the partner's address"));
        }
        if (status < 200 || status >= 300) {
            return Optional.of(
                    not(NotConfirmedReason.HTTP_STATUS, "The server answered with HTTP " + status + beginning(answer)));
        }
        return Optional.empty();
    }

    private static String beginning(Answer answer) {
        String text =
                answer.body().text(200).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.isEmpty() ? ", no content" : ": '" + text + "'";
    }

    private static Sent.NotConfirmed not(NotConfirmedReason reason, String sentence) {
        return new Sent.NotConfirmed(reason, sentence, Optional.empty());
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "as2-sender");
        thread.setDaemon(true);
        return thread;
    }
}
