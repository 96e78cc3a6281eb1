package io.lotwire.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The files of the inbox that are to be worked on, inside one transaction: which of them are next, and who has them. */
public final class WaitingFiles {
    /** Small files are read and stored at once; one that was only read was too much for that. */
    private static final String SMALL = "state = 'RECEIVED' and content is not null";

    private static final String LARGE = "(state = 'READ' or state = 'RECEIVED' and content is null)";

    /** What nobody works on. */
    private static final String FREE = "(leased_until is null or leased_until <= :now)";

    private final Handle handle;
    private final Instant now;

    WaitingFiles(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Takes small files, the oldest of each partner first and in turn: however many wait of one partner, those of another
     * come with the next.
     *
     * @param most so many at once
     * @param inOrder partners whose files are taken by {@link #takeNext}, one after the other
     */
    public List<InboxRow> takeSmall(Lease lease, int most, Collection<String> inOrder) {
        return leased(lease, """
                with recursive waiting (partner) as (
                    (select partner from inbox where <small> and <free>
                        and not partner = any (:inOrder) order by partner limit 1)
                    union all
                    select (select partner from inbox where <small> and <free>
                        and not partner = any (:inOrder) and partner > waiting.partner order by partner limit 1)
                    from waiting where waiting.partner is not null)
                select id from (
                    select mine.id, row_number() over (partition by mine.partner order by mine.id) as turn
                    from waiting cross join lateral (
                        select id, partner from inbox
                        where partner = waiting.partner and <small> and <free>
                        order by id limit :most for update skip locked) mine
                    where waiting.partner is not null) mine
                order by turn, id limit :most
                """.replace("<small>", SMALL).replace("<free>", FREE), query -> query.bind("most", most)
                .bindArray("inOrder", String.class, inOrder.toArray()));
    }

    /**
     * Takes a large file: of the partner of whom the fewest are worked on, the oldest.
     *
     * @param inOrder partners whose files are taken by {@link #takeNext}
     */
    public Optional<InboxRow> takeLarge(Lease lease, Collection<String> inOrder) {
        return leased(
                        lease,
                        """
                select id from inbox left join (
                        select partner, count(*) as files from inbox
                        where <large> and leased_until > :now
                        group by partner) busy using (partner)
                where <large> and <free> and not partner = any (:inOrder)
                order by coalesce(busy.files, 0), id
                limit 1 for update of inbox skip locked
                """.replace("<large>", LARGE).replace("<free>", FREE),
                        query -> query.bindArray("inOrder", String.class, inOrder.toArray()))
                .stream()
                .findFirst();
    }

    /** Takes the next file of a partner whose files are worked on in order; empty while one is worked on, or none waits. */
    public Optional<InboxRow> takeNext(Lease lease, String partner) {
        return leased(lease, """
                select id from (
                    select id, leased_until from inbox
                    where partner = :partner and state in ('RECEIVED', 'READ') order by id limit 1 for update) next
                where leased_until is null or leased_until <= :now
                """, query -> query.bind("partner", partner)).stream()
                .findFirst();
    }

    /** How many files are to be worked on, counted up to a limit. */
    public long waiting(long most) {
        return handle.createQuery("select count(*) from (select 1 from inbox where " + SMALL
                        + " union all select 1 from inbox where " + LARGE + " limit :most) waiting")
                .bind("most", most)
                .mapTo(Long.class)
                .one();
    }

    /** Whether files of a partner wait whose files are worked on in order. */
    public boolean waitsInOrder(String partner) {
        return handle.createQuery("select exists (select 1 from inbox where partner = :partner"
                        + " and state in ('RECEIVED', 'READ') and " + FREE + ")")
                .bind("now", now)
                .bind("partner", partner)
                .mapTo(Boolean.class)
                .one();
    }

    private List<InboxRow> leased(Lease lease, String which, UnaryOperator<Query> parameters) {
        return parameters
                .apply(handle.createQuery("update inbox set holder = :holder, lease = :lease, leased_until = :until"
                        + " where id = any (array(" + which + ")) returning " + Inbox.COLUMNS))
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("until", lease.until())
                .bind("now", now)
                .map((row, context) -> Inbox.row(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(InboxRow::id))
                .toList();
    }

    /**
     * Those of the rows that the lease still holds, until the transaction ends: what was taken from it is left out.
     *
     * @param ids of rows that the transaction is going to change
     */
    public Set<Long> stillHeld(Lease lease, Collection<Long> ids) {
        return stillHeld(lease, ids, "update");
    }

    /**
     * Those of the rows that the lease still holds, until the transaction ends, beside others of the same lease.
     *
     * @param ids of rows that the transaction leaves as they are
     */
    public Set<Long> stillHeldBesideOthers(Lease lease, Collection<Long> ids) {
        return stillHeld(lease, ids, "share");
    }

    private Set<Long> stillHeld(Lease lease, Collection<Long> ids, String lock) {
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(handle.createQuery("""
                        select id from inbox where id = any (:ids) and holder = :holder and lease = :lease
                            and state in ('RECEIVED', 'READ')
                        order by id for <lock>
                        """.replace("<lock>", lock))
                .bindArray("ids", Long.class, ids.toArray())
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .mapTo(Long.class)
                .list());
    }

    /** The lease holds a row for longer; false when another has taken it. */
    public boolean renew(Lease lease, long id) {
        return handle.createUpdate("update inbox set leased_until = :until"
                                + " where id = :id and holder = :holder and lease = :lease")
                        .bind("until", lease.until())
                        .bind("id", id)
                        .bind("holder", lease.holder())
                        .bind("lease", lease.number())
                        .execute()
                > 0;
    }

    /**
     * Gives rows back that could not be worked on.
     *
     * @param again when they may be taken again
     */
    public void giveBack(Lease lease, Collection<Long> ids, Instant again) {
        handle.createUpdate("update inbox set leased_until = :again"
                        + " where id = any (:ids) and holder = :holder and lease = :lease")
                .bind("again", again)
                .bindArray("ids", Long.class, ids.toArray())
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .execute();
    }

    /** Whether small or large files wait of which nobody is working, but those of some partners. */
    public boolean waits(boolean small, Collection<String> inOrder) {
        return handle.createQuery("select exists (select 1 from inbox where " + (small ? SMALL : LARGE) + " and " + FREE
                        + " and not partner = any (:inOrder))")
                .bind("now", now)
                .bindArray("inOrder", String.class, inOrder.toArray())
                .mapTo(Boolean.class)
                .one();
    }
}
