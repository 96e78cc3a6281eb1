package io.lotwire.wire.as2;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import io.lotwire.wire.Intake;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Turns;
import io.lotwire.wire.http.BodyStream;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes AS2 messages and asynchronous MDNs of all partners. The event loop gives each request a place and brings in its
 * body; one of Quarkus' threads does all the rest, as it waits for the disk and the database.
 */
@Singleton
final class As2Server {
    private static final Logger LOG = Logger.getLogger(As2Server.class);

    private final As2Receiver receiver;
    private final As2Agreements agreements;
    private final As2Component component;
    private final Clock clock;
    private final Places places;
    private final Intake intake;
    private final Turns turns;
    private final Executor threads;
    private final Duration mostPause;

    /**
     * @param threads those of Quarkus, of which there are more than {@link Places#MOST}
     * @param mostPause so long the body of a request may pause
     */
    As2Server(
            As2Receiver receiver,
            As2Agreements agreements,
            As2Component component,
            Clock clock,
            Places places,
            Intake intake,
            Turns turns,
            ScheduledExecutorService threads,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration mostPause) {
        this.receiver = receiver;
        this.agreements = agreements;
        this.component = component;
        this.clock = clock;
        this.places = places;
        this.intake = intake;
        this.turns = turns;
        this.threads = threads;
        this.mostPause = mostPause;
    }

    /**
     * Answers with the MDN; with a 503, so that the sender tries again, when the message could not be kept. Called on
     * the event loop, before the body came.
     */
    void take(RoutingContext request) {
        BodyStream body = BodyStream.of(request, mostPause);
        Answers answers = new Answers(request, body);
        if (!intake.isOpen()) {
            answers.give(Answers.later("Nothing more is taken in now; please send the message again later."));
        } else if (!places.enter()) {
            answers.give(Answers.later("The server is busy; please send the message again later."));
        } else {
            body.bringIn(() -> begin(request, body, answers));
        }
    }

    private void begin(RoutingContext request, BodyStream body, Answers answers) {
        try {
            threads.execute(() -> serve(request, body, answers));
        } catch (RejectedExecutionException ending) {
            places.leave();
            answers.give(Answers.later("The server is ending; please send the message again later."));
        }
    }

    private void serve(RoutingContext request, BodyStream body, Answers answers) {
        HttpAnswer answer;
        try {
            answer = answer(RequestHead.of(request.request()), body);
        } catch (Error ours) {
            answers.fail(ours);
            throw ours;
        } finally {
            places.leave();
        }
        answers.give(answer);
    }

    private HttpAnswer answer(RequestHead head, BodyStream body) {
        try (Door door = new Door(agreements, head.visitor(), clock.instant(), places)) {
            Received received = received(head, body, door);
            try (Turns.Turn waited = turns.answer()) {
                return component.received(received);
            }
        } catch (BrokenOff broken) {
            LOG.warnf("An AS2 request broke off, or could not be put down: %s", RootCause.sentence(broken));
            return broken.getCause() instanceof BodyStream.TooLarge
                    ? Answers.TOO_LARGE
                    : Answers.later("The message was not taken; please send it again later.");
        } catch (Door.Closed closed) {
            LOG.warnf("A request is not let in. %s", closed.getMessage());
            return Answers.closed(closed);
        } catch (Exception notKept) {
            LOG.errorf(notKept, "An AS2 message could not be kept; the sender is told to try again");
            return Answers.later("The message was not taken; please send it again later.");
        }
    }

    /** The sender's doing, more often than ours: one line in the log must do, however many come. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    private Received received(RequestHead head, BodyStream body, Door door) throws BrokenOff {
        try {
            Received received = receiver.receive(head.headers(), body, door::enter);
            if (received instanceof Received.Message message
                    && message.protection().signature().isPresent()) {
                door.signed();
            }
            return received;
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }
}
