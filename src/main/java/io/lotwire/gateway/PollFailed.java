package io.lotwire.gateway;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jboss.logging.Logger;

/** Says in one line that a partner's server could not be asked for files; it is asked again later. */
@Named("pollFailed")
@Singleton
public final class PollFailed implements ExceptionHandler {
    private static final Logger LOG = Logger.getLogger(PollFailed.class);

    @Override
    public void handleException(Throwable failure) {
        LOG.warnf("A partner's server could not be asked for files: %s", RootCause.sentence(failure));
        LOG.debug("The failed attempt", failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        handleException(failure);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        handleException(failure);
    }
}
