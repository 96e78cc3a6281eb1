package io.lotwire.retention;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profiles;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets bytes go that are past their retention, and that nobody works on or holds. Their rows stay: what came when, its SHA-256 and
 * size, what was answered, and what it said of lots. It goes in transactions of a portion each, so that nobody waits for it, and what
 * a killed one left is done by the next. Several may run at a time.
 */
public final class Purge {
    private static final int PORTION = 500;

    private final Ledger ledger;
    private final Archive archive;
    private final Profiles profiles;

    /** @param profiles what is agreed */
    public Purge(Ledger ledger, Archive archive, Profiles profiles) {
        this.ledger = ledger;
        this.archive = archive;
        this.profiles = profiles;
    }

    /** What was done, what is held, and the row after which to go on; empty at the end. */
    private record Portion(Purged purged, Held held, Optional<KeptBytes.Row> last) {}

    /**
     * Runs it to its end.
     *
     * @throws IOException when a file of the archive cannot be deleted; what was let go until then is
     */
    public Purged run() throws IOException {
        Limits limits = ledger.<Limits, RuntimeException>inTransaction(tx -> new Limits(profiles, tx.now()));
        Optional<Instant> latest = limits.latest();
        Purged purged = latest.isPresent() ? purge(limits, latest.get()) : Purged.NOTHING;
        return purged.and(files());
    }

    private Purged purge(Limits limits, Instant latest) {
        Purged purged = Purged.NOTHING;
        Held held = Held.UNKNOWN;
        for (KeptBytes which : KeptBytes.values()) {
            Portion portion = new Portion(Purged.NOTHING, held, Optional.of(KeptBytes.Row.NONE));
            while (portion.last.isPresent()) {
                Portion before = portion;
                portion = ledger.<Portion, RuntimeException>inTransaction(
                        tx -> portion(tx, which, limits, latest, before));
                purged = purged.and(portion.purged);
            }
            held = portion.held;
        }
        return purged;
    }

    private static Portion portion(
            LedgerTransaction tx, KeptBytes which, Limits limits, Instant latest, Portion before) {
        Held held = before.held.orNow(tx.handle());
        if (held.everything().isPresent()) {
            return new Portion(Purged.suspended(held.everything().get()), held, Optional.empty());
        }
        List<KeptBytes.Row> rows = which.next(tx.handle(), before.last.orElseThrow(), latest, PORTION);
        Map<Boolean, List<KeptBytes.Row>> past = rows.stream()
                .filter(row -> limits.isPast(row.partner(), row.at()))
                .collect(Collectors.partitioningBy(held::contains));
        List<KeptBytes.Row> goes = past.get(false);
        if (!goes.isEmpty()) {
            which.letGo(tx.handle(), goes, tx.now());
            UnneededFiles.note(tx, goes.stream().flatMap(row -> row.files().stream()));
        }
        return new Portion(
                Purged.rows(which, goes, past.get(true).size()),
                held,
                rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1)));
    }

    private Purged files() throws IOException {
        Purged purged = Purged.NOTHING;
        UnneededFiles.Portion portion = files("");
        while (!portion.last().isEmpty()) {
            purged = purged.and(Purged.files(portion.deleted()));
            portion = files(portion.last());
        }
        return purged;
    }

    private UnneededFiles.Portion files(String after) throws IOException {
        return ledger.<UnneededFiles.Portion, IOException>inTransaction(
                tx -> new UnneededFiles(tx, archive).drop(after));
    }
}
