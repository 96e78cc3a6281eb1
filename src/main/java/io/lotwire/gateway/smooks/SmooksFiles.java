package io.lotwire.gateway.smooks;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.desk.WholeFileReading;
import io.lotwire.lot.LotEvent;
import io.lotwire.smooks.FileBytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Sends files to the route that lets Smooks read them. */
@Singleton
public class SmooksFiles {
    private final ProducerTemplate camel;

    SmooksFiles(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Has a file read once.
     *
     * @param bytes the file
     * @param events is given each event as it is read; they count when there is no error in the outcome
     * @throws IOException when the file cannot be read
     */
    public Outcome translate(Handling.ByFileMapping by, FileBytes bytes, ReceivedBytes file, Consumer<LotEvent> events)
            throws IOException {
        try (WholeFileReading reading = by.reading(bytes, file, events)) {
            return camel.requestBody("direct:smooks-file", reading, Outcome.class);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }
}
