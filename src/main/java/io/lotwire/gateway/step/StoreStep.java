package io.lotwire.gateway.step;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DatabaseTrouble;
import io.lotwire.ledger.FileOutcome;
import io.lotwire.ledger.InboxProgress;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.ReadSet;
import io.lotwire.ledger.SetOutcome;
import io.lotwire.ledger.SetProgress;
import io.lotwire.lot.Purpose;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/**
 * Commits a batch: what its files were read to say, the acknowledgements of that, lot events, what the registry learns from
 * them, and a delivery for each subscriber, all together. What cannot be committed takes nothing else with it: the batch is
 * halved until it stands alone, and then it waits for a person.
 */
@Named("store")
@ApplicationScoped
public class StoreStep {
    private static final Logger LOG = Logger.getLogger(StoreStep.class);

    /** A transaction that another one got in the way of is tried so often. */
    private static final int TRIES = 3;

    private final Ledger ledger;
    private final Archive archive;
    private final Wakes wakes;

    StoreStep(Ledger ledger, Archive archive, Wakes wakes) {
        this.ledger = ledger;
        this.archive = archive;
        this.wakes = wakes;
    }

    /**
     * Stores a batch.
     *
     * @throws IOException when the archive cannot be written
     * @throws LeaseLost when another gateway has taken all of its files
     */
    @Handler
    public void store(@Body Batch<EnrichedDocument> batch) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            commit(batch, TRIES);
        } catch (RuntimeException failed) {
            if (failed instanceof LeaseLost || DatabaseTrouble.isCauseOf(failed)) {
                throw failed;
            }
            List<Batch<EnrichedDocument>> halves = Halves.of(batch);
            if (halves.isEmpty()) {
                park(batch, failed);
            }
            for (Batch<EnrichedDocument> half : halves) {
                storeHalf(half);
            }
        }
    }

    private void storeHalf(Batch<EnrichedDocument> half) throws IOException {
        try {
            store(half);
        } catch (LeaseLost parked) {
            LOG.debug("Its first half was all of it that could be done", parked);
        }
    }

    private void commit(Batch<EnrichedDocument> batch, int tries) throws IOException {
        Stored stored;
        try {
            stored = ledger.<Stored, IOException>inTransaction(tx -> commit(tx, batch));
        } catch (RuntimeException failed) {
            if (tries > 1 && DatabaseTrouble.isCollision(failed)) {
                commit(batch, tries - 1);
                return;
            }
            throw failed;
        }
        stored.documents().say();
        wakes.deliveries(stored.ways());
    }

    private record Stored(KeptDocuments documents, Set<Outbox.Way> ways) {}

    private Stored commit(LedgerTransaction tx, Batch<EnrichedDocument> batch) throws IOException {
        Set<Long> held = held(tx, batch);
        KeptReadings readings = new KeptReadings(tx, archive);
        readings.keep(batch.readings().stream()
                .filter(reading -> held.contains(reading.row().id()))
                .toList());
        KeptDocuments documents = new KeptDocuments(tx, archive);
        List<EnrichedDocument> ours = batch.documents().stream()
                .filter(document -> held.contains(document.document().inbox().id()))
                .toList();
        documents.keep(ours, setIds(tx, ours, readings));
        documents.alert();
        List<NewDelivery> subscribed = documents.deliveries();
        List<NewDelivery> due = new ArrayList<>(readings.answer());
        due.addAll(documents.advise());
        due.addAll(subscribed);
        Set<Outbox.Way> ways = tx.outbox().add(due);
        tx.sets().settle(documents.outcomes());
        settleFiles(tx, batch, held, readings);
        return new Stored(documents, ways);
    }

    /** The numbers of the files that are still ours. */
    private static Set<Long> held(LedgerTransaction tx, Batch<EnrichedDocument> batch) {
        Set<Long> settled = batch.files().stream().map(InboxRow::id).collect(Collectors.toSet());
        Set<Long> others = filesOf(batch).stream().map(InboxRow::id).collect(Collectors.toSet());
        others.removeAll(settled);
        Set<Long> held = tx.waitingFiles().stillHeld(batch.lease(), settled);
        held.addAll(tx.waitingFiles().stillHeldBesideOthers(batch.lease(), others));
        if (held.isEmpty()) {
            settled.addAll(others);
            throw new LeaseLost(settled);
        }
        return held;
    }

    /** The files that a batch is about, those too of which there is neither the beginning nor the end. */
    private static Set<InboxRow> filesOf(Batch<EnrichedDocument> batch) {
        Set<InboxRow> files = batch.files();
        batch.documents().forEach(each -> files.add(each.document().inbox()));
        return files;
    }

    private static Map<ReadSet.Place, Long> setIds(
            LedgerTransaction tx, List<EnrichedDocument> documents, KeptReadings readings) {
        Map<ReadSet.Place, Long> ids = new HashMap<>(readings.accepted());
        Map<Long, List<Integer>> readBefore = documents.stream()
                .map(each -> each.document().place())
                .filter(place -> !readings.has(place.inboxId()))
                .collect(Collectors.groupingBy(
                        ReadSet.Place::inboxId, Collectors.mapping(ReadSet.Place::ordinal, Collectors.toList())));
        readBefore.forEach((inboxId, ordinals) -> tx.sets()
                .accepted(inboxId, ordinals)
                .forEach((ordinal, id) -> ids.put(new ReadSet.Place(inboxId, ordinal), id)));
        return ids;
    }

    private static void settleFiles(
            LedgerTransaction tx, Batch<EnrichedDocument> batch, Set<Long> held, KeptReadings readings) {
        List<FileOutcome> outcomes =
                new ArrayList<>(readings.outcomes(row -> !batch.last().contains(row)));
        batch.last().stream()
                .filter(row -> held.contains(row.id()) && !readings.has(row.id()))
                .map(StoreStep::translated)
                .forEach(outcomes::add);
        tx.inbox().settle(outcomes);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static FileOutcome translated(InboxRow row) {
        return new FileOutcome(row.id(), new InboxProgress.Translated(), List.of(), Optional.empty());
    }

    /** What stands alone and cannot be committed would fail again each time. */
    private void park(Batch<EnrichedDocument> batch, RuntimeException defect) {
        Cause cause =
                new Cause(CauseCode.STORING_FAILED, "It could not be stored: " + firstLine(RootCause.sentence(defect)));
        ledger.useTransaction(tx -> {
            Set<Long> held = held(tx, batch);
            for (EnrichedDocument each : batch.documents()) {
                AcceptedDocument document = each.document();
                tx.sets()
                        .accepted(document.inbox().id(), List.of(document.ordinal()))
                        .values()
                        .forEach(id -> tx.sets()
                                .settle(List.of(new SetOutcome(
                                        id,
                                        new SetProgress.Parked(cause, Optional.empty()),
                                        Purpose.ORIGINAL,
                                        List.of(),
                                        Optional.empty()))));
            }
            Set<Long> read = batch.readings().stream()
                    .map(reading -> reading.row().id())
                    .filter(held::contains)
                    .collect(Collectors.toSet());
            read.forEach(id -> tx.inbox().park(id, cause));
            tx.inbox()
                    .settle(batch.last().stream()
                            .filter(row -> held.contains(row.id()) && !read.contains(row.id()))
                            .map(StoreStep::translated)
                            .toList());
        });
        filesOf(batch).forEach(file -> {
            try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                LOG.errorf(defect, "Inbox %d: %s", file.id(), cause.sentence());
            }
        });
    }
}
