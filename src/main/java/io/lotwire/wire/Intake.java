package io.lotwire.wire;

import io.lotwire.ledger.Ledger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whether more is taken in. When too much waits, or the disk is nearly full, partners are told to come later and files stay
 * where they are, until there is room again: what was taken is worked on meanwhile.
 */
@Singleton
public class Intake implements MeterBinder {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Ledger ledger;
    private final IntakeLimits limits;
    private final DataPath data;
    private volatile Optional<String> closed = Optional.empty();

    Intake(Ledger ledger, IntakeLimits limits, DataPath data) {
        this.ledger = ledger;
        this.limits = limits;
        this.data = data;
    }

    /** {@code lotwire_intake_open}: 1 while more is taken in. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lotwire.intake.open", () -> closed.isEmpty() ? 1 : 0)
                .description("Whether more is taken in")
                .register(registry);
    }

    /** Looks how much waits, and how much room there is. */
    public void look() throws IOException {
        Optional<String> reason = reason();
        if (reason.isPresent() && closed.isEmpty()) {
            LOG.warnf("Nothing more is taken in: %s", reason.get());
        } else if (reason.isEmpty() && closed.isPresent()) {
            LOG.info("More is taken in again");
        }
        closed = reason;
    }

    private Optional<String> reason() throws IOException {
        long free = Files.getFileStore(data.folder()).getUsableSpace();
        if (free < limits.leastFreeBytes()) {
            return Optional.of("the disk of the data folder has " + free + " bytes left, and " + limits.leastFreeBytes()
                    + " must stay free (LOTWIRE_LEAST_FREE_MEGABYTES)");
        }
        long waiting = ledger.inTransaction(tx -> tx.waitingFiles().waiting(limits.mostWaiting() + 1));
        return waiting > limits.mostWaiting()
                ? Optional.of(
                        "more than " + limits.mostWaiting() + " files wait to be worked on (LOTWIRE_MOST_WAITING)")
                : Optional.empty();
    }

    /** Whether more is taken in. */
    public boolean isOpen() {
        return closed.isEmpty();
    }

    /**
     * Returns while more is taken in.
     *
     * @throws IOException with the reason while nothing is
     */
    public void require() throws IOException {
        Optional<String> reason = closed;
        if (reason.isPresent()) {
            throw new IOException("nothing more is taken in now: " + reason.get());
        }
    }
}
