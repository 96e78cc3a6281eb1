package io.lotwire.wire;

import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes down in the inbox what wires take in. A repeat finds its row and makes none. */
@ApplicationScoped
public class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final Ledger ledger;
    private final Wakes wakes;
    private final Intake intake;

    Arrivals(Ledger ledger, Wakes wakes, Intake intake) {
        this.ledger = ledger;
        this.wakes = wakes;
        this.intake = intake;
    }

    /** Tells whether the partner has put the file there since it was last taken. */
    @FunctionalInterface
    public interface PutThere {
        /** True when they have. */
        boolean since(LedgerTransaction tx, long inboxId);
    }

    /** A file, which is known by its name and content when it comes again. */
    public static Arrival file(String partner, String wire, String fileName, KeptContent content) {
        return new Arrival(partner, wire, fileName + " " + content.sha256(), fileName, content, Optional.empty());
    }

    /**
     * Keeps a whole file.
     *
     * @param arrival the file, and whose it is
     * @param putThere tells whether it was put there since it was last taken, for a repeat
     * @throws IOException while nothing is taken in
     */
    public void keep(Arrival arrival, PutThere putThere) throws IOException {
        intake.require();
        ledger.useTransaction(tx -> {
            Receipt outcome = tx.inbox().receive(arrival);
            boolean again = putThere.since(tx, outcome.id());
            if (again && !(outcome instanceof Receipt.New)) {
                tx.outbox().acknowledgeAgain(outcome.id(), MessageIds::next);
            }
            say(outcome, "File " + arrival.fileName() + " from " + arrival.partner());
        });
        wakes.file(arrival.partner(), arrival.content());
    }
    /** Says in the log that something was kept, or came before. */
    public static void say(Receipt outcome, String what) {
        try (InterchangeLog ignored = InterchangeLog.about(outcome.id())) {
            LOG.infof("%s kept (%s)", what, kind(outcome));
        }
    }

    private static String kind(Receipt outcome) {
        if (outcome instanceof Receipt.New) {
            return "new";
        }
        return outcome instanceof Receipt.Repeat ? "a repeat" : "its id was used before";
    }
}
