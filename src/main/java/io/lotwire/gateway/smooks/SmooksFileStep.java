package io.lotwire.gateway.smooks;

import io.lotwire.desk.Outcome;
import io.lotwire.desk.WholeFileReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.smooks.SmooksConstants;

/**
 * What stands around {@code smooks:} in the route of a file: makes it ready, and ends the reading. The lot events do not
 * travel in the message, they are given away while Smooks runs.
 */
@Named("smooksFile")
@ApplicationScoped
public class SmooksFileStep {
    private static final String READING = "LotwireReading";
    private static final String CONFIGURATION = "LotwireSmooks";

    private final SmooksEndpoints endpoints;

    SmooksFileStep(SmooksEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Puts the file's bytes in place of the reading, and into headers by what and in what context Smooks filters them. */
    public void open(@Body WholeFileReading reading, Exchange exchange) throws IOException {
        exchange.setProperty(READING, reading);
        exchange.getMessage().setHeader(CONFIGURATION, endpoints.address(reading.mapping()));
        exchange.getMessage()
                .setHeader(
                        SmooksConstants.SMOOKS_EXECUTION_CONTEXT,
                        reading.bySmooks().context());
        exchange.getMessage().setBody(reading.bySmooks().source());
    }

    /** Notes why Smooks gave up. */
    public void failed(
            @ExchangeProperty(READING) WholeFileReading reading,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        reading.bySmooks().failed(thrown);
    }

    /** Ends the reading: what was said beside the events. */
    public Outcome outcome(@ExchangeProperty(READING) WholeFileReading reading) throws IOException {
        return reading.outcome();
    }
}
