package io.lotwire.gateway.step;

import io.lotwire.ledger.Holder;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Lease;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Turns;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/**
 * Takes files from the inbox: small ones many at a time, so that they share a transaction, a large one by itself. Each is
 * ours by a lease until it is stored; when this process dies, another takes it at once.
 */
@Named("take")
@ApplicationScoped
public class TakeStep {
    private static final Logger LOG = Logger.getLogger(TakeStep.class);

    /** Enough that a commit costs little beside them, and so few that a file that comes just then waits for milliseconds. */
    private static final int MOST_SMALL = 64;

    /** Much longer than a batch takes; a large file's lease is renewed by {@link SlicesStep}. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** What could not be stored because the database or the disk is in trouble is left alone for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Holder holder;
    private final Wakes wakes;
    private final SmallFilesPace pace;
    private final Turns turns;
    private final Clock clock;

    TakeStep(Ledger ledger, Holder holder, Wakes wakes, SmallFilesPace pace, Turns turns, Clock clock) {
        this.ledger = ledger;
        this.holder = holder;
        this.wakes = wakes;
        this.pace = pace;
        this.turns = turns;
        this.clock = clock;
    }

    /** Takes small files; null when there are none. What is taken ends with {@link #rest} or {@link #giveBack}. */
    public TakenFiles small() throws InterruptedException {
        Lease lease = holder.lease(LEASE);
        pace.begin(lease);
        List<InboxRow> files = List.of();
        try {
            wakes.heard(Wakes.SMALL_FILES);
            files = ledger.inTransaction(
                    tx -> tx.withoutFlush().waitingFiles().takeSmall(lease, MOST_SMALL, wakes.inOrder()));
            pace.taken(files.size() == MOST_SMALL);
            turns.behind(age(files));
        } finally {
            if (files.isEmpty()) {
                pace.end(lease);
            }
        }
        if (files.size() == MOST_SMALL) {
            // There may be more, and somebody who has nothing to do.
            wakes.send(Wakes.SMALL_FILES);
        }
        return files.isEmpty() ? null : new TakenFiles(lease, files);
    }

    private Duration age(List<InboxRow> files) {
        return files.isEmpty() ? Duration.ZERO : Duration.between(files.get(0).receivedAt(), clock.instant());
    }

    /** Small files are stored: more may gather now. */
    public void rest(@ExchangeProperty(ExchangeNames.TAKEN) TakenFiles taken) {
        pace.end(taken.lease());
    }

    /** Takes a large file; null when there is none. */
    public TakenFiles large() {
        wakes.heard(Wakes.LARGE_FILES);
        Lease lease = holder.lease(LEASE);
        List<InboxRow> files =
                ledger.inTransaction(tx -> tx.withoutFlush().waitingFiles().takeLarge(lease, wakes.inOrder()).stream()
                        .toList());
        if (files.isEmpty()) {
            return null;
        }
        wakes.send(Wakes.LARGE_FILES);
        return new TakenFiles(lease, files);
    }

    /** Takes the next file of a partner whose files are worked on one after the other; null when none may be. */
    public TakenFiles next(@Header(ExchangeNames.PARTNER) String partner) {
        wakes.heard(Wakes.filesInOrder(partner));
        Lease lease = holder.lease(LEASE);
        List<InboxRow> files =
                ledger.inTransaction(tx -> tx.withoutFlush().waitingFiles().takeNext(lease, partner).stream()
                        .toList());
        turns.behind(age(files));
        return files.isEmpty() ? null : new TakenFiles(lease, files);
    }

    /** The file is stored: the next one of its partner may be taken. */
    public void goOn(@Header(ExchangeNames.PARTNER) String partner) {
        wakes.send(Wakes.filesInOrder(partner));
    }

    /** Gives files back that could not be worked on; what was stored of them already stays stored. */
    public void giveBack(@ExchangeProperty(ExchangeNames.TAKEN) TakenFiles taken, Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (taken == null) {
            LOG.warnf("No files can be taken from the inbox: %s", RootCause.sentence(cause));
            return;
        }
        pace.end(taken.lease());
        taken.files().forEach(file -> {
            try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                LOG.warnf("Not stored, it is tried again soon: %s", RootCause.sentence(cause));
            }
        });
        LOG.debug("The failed attempt", cause);
        List<Long> ids = taken.files().stream().map(InboxRow::id).toList();
        ledger.useTransaction(
                tx -> tx.waitingFiles().giveBack(taken.lease(), ids, tx.now().plus(PAUSE)));
    }
}
