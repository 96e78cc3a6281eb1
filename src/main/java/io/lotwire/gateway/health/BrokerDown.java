package io.lotwire.gateway.health;

import io.lotwire.wire.RootCause;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Says in a line that the broker takes no messages; the sweep tells the workers when it does again. */
@Named("brokerDown")
@Singleton
public class BrokerDown {
    private static final Logger LOG = Logger.getLogger(BrokerDown.class);
    private static final Duration SAID_ONCE = Duration.ofMinutes(1);

    private boolean said;
    private long saidAt;

    /** Says it, unless it did so a moment ago. */
    public synchronized void say(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        long now = System.nanoTime();
        if (!said || now - saidAt > SAID_ONCE.toNanos()) {
            LOG.warnf(
                    "The broker takes no messages (%s). What is to be done waits in the ledger.",
                    RootCause.sentence(cause));
            said = true;
            saidAt = now;
        }
        LOG.debug("The failed attempt", cause);
    }
}
