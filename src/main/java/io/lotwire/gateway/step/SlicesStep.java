package io.lotwire.gateway.step;

import io.lotwire.desk.Desk;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.WholeFile;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Lease;
import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Order;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

/**
 * Reads a large file again and sends its accepted documents to {@code direct:documents} in slices, so that memory holds some
 * slices whatever the file's size: side by side, as the database and we have a processor each, or one after the other
 * where a partner wants order. After a restart it goes on with the sets that are not stored yet. All of a file's documents
 * are handled by the same rules while they are not interrupted.
 */
@Named("slices")
@ApplicationScoped
public class SlicesStep {
    private static final Logger LOG = Logger.getLogger(SlicesStep.class);

    /**
     * So many bytes of transaction sets make a slice: some hundreds of lot events, which are a fraction of a second's work, so
     * that small files need not wait for long. A set that is larger makes a slice by itself.
     */
    private static final int SLICE_BYTES = 64 * 1024;

    /** However small they are, so many documents make a slice. */
    private static final int SLICE_DOCUMENTS = 500;

    /** A set of so many bytes is worked on alone: its lots by the ten thousand are enough for memory. */
    private static final int ALONE_BYTES = 1024 * 1024;

    /** A file may take longer than its lease lasts, so that this is renewed now and then. */
    private static final Duration RENEWED_AFTER = TakeStep.LEASE.dividedBy(5);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;
    private final ProducerTemplate camel;
    private final SliceLanes lanes;
    private final Turns turns;
    private final Clock clock;

    SlicesStep(
            Ledger ledger,
            Archive archive,
            RulesInForce rules,
            ProducerTemplate camel,
            SliceLanes lanes,
            Turns turns,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.camel = camel;
        this.lanes = lanes;
        this.turns = turns;
        this.clock = clock;
    }

    /** Sends what is to be translated of each file that was read; one that needs no more is left alone. */
    @Handler
    public void send(@ExchangeProperty(ExchangeNames.TAKEN) TakenFiles taken) throws IOException {
        for (InboxRow file : taken.files()) {
            boolean read = ledger.inTransaction(tx -> tx.inbox().find(file.id()))
                    .filter(now -> now.state() == InboxState.READ)
                    .isPresent();
            if (read) {
                try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                    send(taken.lease(), file);
                }
            }
        }
    }

    private void send(Lease lease, InboxRow file) throws IOException {
        Rules now = rules.now();
        BitSet accepted = ledger.inTransaction(tx -> tx.sets().accepted(file.id()));
        Reception reception = new Desk(now, Measure.AGREEMENT)
                .receive(
                        now.profiles().byName(file.partner()),
                        file.fileName(),
                        problem -> LOG.warn(problem.toString()));
        try (SliceLanes.OfFile ours = lanes.ofFile()) {
            Slice slice = new Slice(lease, file, ours, wantsOrder(now, file));
            if (reception instanceof WholeFile whole && accepted.get(1)) {
                slice.add(ReadStep.document(file, whole), ALONE_BYTES);
            } else if (reception instanceof ReceivedInterchanges interchanges && !accepted.isEmpty()) {
                try (InputStream bytes = archive.open(file.content())) {
                    interchanges.sets(bytes, accepted::get, (set, position, agreement) -> ReadStep.document(
                                    file, position, agreement, set)
                            .ifPresent(document -> slice.add(document, set.length())));
                }
            }
            slice.sendLast();
        }
    }

    /** Who sent the file, or somebody who gets what is in it, wants it in the order of the file. */
    private static boolean wantsOrder(Rules rules, InboxRow file) {
        return rules.profiles().partners().stream()
                .filter(partner -> partner.order() == Order.STRICT)
                .anyMatch(partner -> partner.name().equals(file.partner())
                        || !partner.subscriptions().isEmpty());
    }

    /** What is gathered of a file for one transaction. */
    private final class Slice {
        private final Lease lease;
        private final InboxRow file;
        private final SliceLanes.OfFile ours;
        private final boolean inOrder;
        private final List<AcceptedDocument> documents = new ArrayList<>();
        private long bytes;
        private Instant renewed;

        Slice(Lease lease, InboxRow file, SliceLanes.OfFile ours, boolean inOrder) {
            this.lease = lease;
            this.file = file;
            this.ours = ours;
            this.inOrder = inOrder;
            this.renewed = clock.instant();
        }

        void add(AcceptedDocument document, int length) {
            if (length >= SLICE_BYTES && !documents.isEmpty()) {
                send(Set.of());
            }
            documents.add(document);
            bytes += length;
            if (bytes >= SLICE_BYTES || documents.size() == SLICE_DOCUMENTS) {
                send(Set.of());
            }
        }

        /** With the last of its documents the file is done, so that all others must be. */
        void sendLast() {
            send(Set.of(file));
        }

        private void send(Set<InboxRow> last) {
            Batch<AcceptedDocument> batch = new Batch<>(lease, List.of(), documents, last);
            try {
                if (clock.instant().isAfter(renewed.plus(RENEWED_AFTER))) {
                    // Slices share the row's lock, so that between two of them there may never be a moment for this.
                    ours.alone(this::renew);
                }
                if (inOrder || bytes >= ALONE_BYTES || !last.isEmpty()) {
                    ours.alone(() -> work(batch));
                } else {
                    ours.beside(() -> {
                        try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                            work(batch);
                        }
                    });
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the gateway ends", ending);
            }
            documents.clear();
            bytes = 0;
        }

        private void renew() {
            renewed = clock.instant();
            Lease longer = new Lease(lease.holder(), lease.number(), renewed.plus(TakeStep.LEASE));
            if (!ledger.<Boolean, RuntimeException>inTransaction(
                    tx -> tx.waitingFiles().renew(longer, file.id()))) {
                throw new LeaseLost(List.of(file.id()));
            }
        }

        private void work(Batch<AcceptedDocument> batch) throws InterruptedException {
            try (Turns.Turn turn = turns.slice(Duration.between(file.receivedAt(), clock.instant()))) {
                camel.sendBody("direct:documents", batch);
            }
        }
    }
}
