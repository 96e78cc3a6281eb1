package io.lotwire.wire.sftp;

import io.lotwire.wire.RootCause;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jboss.logging.Logger;

/** Says in one line that files could not be fetched from a partner's server; they are tried again later. */
public final class PollFailed implements ExceptionHandler {
    private static final Logger LOG = Logger.getLogger(PollFailed.class);

    /** When a connection ends, each file that was still to come fails for the same reason. */
    private static final Duration SAID_ONCE = Duration.ofSeconds(20);

    /** How Camel calls it. */
    private static final String AFTER_KEEPING = "Error during commit";

    private final String partner;
    private String said = "";
    private long saidAt;

    /** @param partner whose server it is */
    public PollFailed(String partner) {
        this.partner = partner;
    }

    @Override
    public synchronized void handleException(Throwable failure) {
        String sentence = RootCause.sentence(failure);
        long now = System.nanoTime();
        if (!sentence.equals(said) || now - saidAt > SAID_ONCE.toNanos()) {
            LOG.warnf("Files of %s could not be fetched from their server: %s", partner, sentence);
            said = sentence;
            saidAt = now;
        }
        LOG.debug("The failed attempt", failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        handleException(failure);
    }

    /** After a file was kept, what fails is its removal; a repeat of it will have no effect. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        if (message.startsWith(AFTER_KEEPING)) {
            LOG.warnf(
                    "File %s of %s is in the inbox, but cannot be archived or deleted on their server: %s",
                    exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY), partner, RootCause.sentence(failure));
            LOG.debug("The failed removal", failure);
        } else {
            handleException(failure);
        }
    }
}
