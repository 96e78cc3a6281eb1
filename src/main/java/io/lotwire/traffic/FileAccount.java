package io.lotwire.traffic;

import io.lotwire.access.Scope;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.LeftBytes;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.Reply;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.StoredProblem;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a file that came in.
 *
 * @param row the file
 * @param changedAt since when it stands as it does
 * @param bytes what is left of its bytes
 * @param answer what its sender heard at once, such as an MDN
 * @param problems what is wrong with it as a whole
 * @param found what is wrong with it and with its documents, of so many documents as are looked at
 * @param counts how many of its documents came how far
 * @param documents some of its documents
 * @param events how many lot events are stored of it
 * @param deliveries the first of what it caused
 */
public record FileAccount(
        InboxRow row,
        Instant changedAt,
        LeftBytes bytes,
        Optional<Reply> answer,
        List<StoredProblem> problems,
        List<StoredProblem> found,
        Map<SetState, Long> counts,
        Page<SetRow> documents,
        long events,
        List<DeliveryLine> deliveries) {
    /** So many documents, and so many deliveries. */
    public static final int MOST = 50;

    /** The problems of so many documents are marked in the bytes. */
    private static final int MOST_FAULTY = 1000;

    public FileAccount {
        problems = List.copyOf(problems);
        found = List.copyOf(found);
        deliveries = List.copyOf(deliveries);
        counts = Map.copyOf(counts);
    }

    /** When a purge let its bytes go; empty where they are there. */
    public Optional<Instant> purgedAt() {
        return bytes instanceof LeftBytes.Purged purged ? Optional.of(purged.at()) : Optional.empty();
    }

    /**
     * That of a file; empty when there is none that is shown.
     *
     * @param after the place in the file after which the documents begin; 0 for the first
     */
    public static Optional<FileAccount> of(LedgerTransaction tx, Scope scope, long id, int after) {
        return tx.inbox().find(id).filter(row -> scope.shows(row.partner())).map(row -> of(tx, scope, row, after));
    }

    private static FileAccount of(LedgerTransaction tx, Scope scope, InboxRow row, int after) {
        Instant changedAt = tx.handle()
                .createQuery("select changed_at from inbox where id = :id")
                .bind("id", row.id())
                .map((it, context) -> it.getTimestamp("changed_at").toInstant())
                .one();
        List<StoredProblem> problems = tx.inbox().problems(row.id());
        Map<SetState, Long> counts = new EnumMap<>(SetState.class);
        tx.handle()
                .createQuery("select state, count(*) as count from transaction_set where inbox_id = :id group by state")
                .bind("id", row.id())
                .map((it, context) -> counts.put(SetState.valueOf(it.getString("state")), it.getLong("count")))
                .list();
        return new FileAccount(
                row,
                changedAt,
                tx.inbox().bytes(row.id()).orElseThrow(),
                tx.inbox().answer(row.id()),
                problems,
                Stream.concat(problems.stream(), tx.sets().problems(row.id(), MOST_FAULTY).stream())
                        .toList(),
                counts,
                Page.of(tx.sets().of(row.id(), after, MOST + 1), MOST, set -> Keyset.of(set.ordinal())),
                tx.events().countIn(row.id()),
                new DeliveryList(tx).of(scope, row.id(), MOST));
    }
}
