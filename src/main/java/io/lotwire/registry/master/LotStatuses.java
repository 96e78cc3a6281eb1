package io.lotwire.registry.master;

import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which lots may not go, inside one transaction of the ledger. */
public final class LotStatuses {
    private final Handle handle;
    private final Instant now;

    /** Those in this transaction. */
    public LotStatuses(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /** Those in this transaction, for who only asks. */
    public LotStatuses(Handle handle) {
        this.handle = handle;
        this.now = Instant.EPOCH;
    }

    /**
     * Says that a lot may not go.
     *
     * @return false when that stands already: who said it first, and why, stays
     */
    public boolean begin(long lotId, LotStatus.Kind kind, String by, String why, String reference) {
        return handle.createUpdate("""
                        insert into lot_status (lot_id, status, since, set_by, why, reference)
                        values (:lot, :status, :now, :by, :why, :reference)
                        on conflict (lot_id, status) where until is null do nothing
                        """)
                        .bind("lot", lotId)
                        .bind("status", kind.word())
                        .bind("now", now)
                        .bind("by", by)
                        .bind("why", why)
                        .bind("reference", reference)
                        .execute()
                == 1;
    }

    /**
     * Says that lots may not go, all by one statement.
     *
     * @return the numbers of those for which that did not stand already
     */
    public Set<Long> beginAll(Collection<Long> lotIds, LotStatus.Kind kind, String by, String why, String reference) {
        return handle.createQuery("""
                        insert into lot_status (lot_id, status, since, set_by, why, reference)
                        select lot, :status, :now, :by, :why, :reference from unnest(:lots) as one (lot)
                        order by lot
                        on conflict (lot_id, status) where until is null do nothing
                        returning lot_id
                        """)
                .bindArray("lots", Long.class, lotIds.toArray())
                .bind("status", kind.word())
                .bind("now", now)
                .bind("by", by)
                .bind("why", why)
                .bind("reference", reference)
                .mapTo(Long.class)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Says that it may go again.
     *
     * @return false when nothing of this kind stands
     */
    public boolean end(long lotId, LotStatus.Kind kind, String by, String why) {
        return handle.createUpdate("""
                        update lot_status set until = :now, ended_by = :by, ended_why = :why
                        where lot_id = :lot and status = :status and until is null
                        """)
                        .bind("lot", lotId)
                        .bind("status", kind.word())
                        .bind("now", now)
                        .bind("by", by)
                        .bind("why", why)
                        .execute()
                == 1;
    }

    /** Those of some lots of which this stands, or did until a moment or after it. */
    public Set<Long> saidSince(Collection<Long> lotIds, LotStatus.Kind kind, Instant moment) {
        return handle.createQuery("""
                        select distinct lot_id from lot_status
                        where status = :status and lot_id = any(:lots) and (until is null or until >= :moment)
                        """)
                .bind("status", kind.word())
                .bindArray("lots", Long.class, lotIds.toArray())
                .bind("moment", moment)
                .mapTo(Long.class)
                .collect(Collectors.toSet());
    }

    /** All that was ever said of a lot, the first first. */
    public List<LotStatus> of(long lotId) {
        return handle.createQuery("select * from lot_status where lot_id = :lot order by id")
                .bind("lot", lotId)
                .map((row, context) -> status(row))
                .list();
    }

    /** What stands of these lots, by the lot's number. */
    public Map<Long, List<LotStatus>> standing(Collection<Long> lotIds) {
        Map<Long, List<LotStatus>> standing = new HashMap<>();
        handle.createQuery("select * from lot_status where until is null and lot_id = any(:lots) order by id")
                .bindArray("lots", Long.class, lotIds.toArray())
                .map((row, context) -> Map.entry(row.getLong("lot_id"), status(row)))
                .forEach(each -> standing.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return standing;
    }

    /** Whether any lot may not go: mostly none, and then nobody needs to look further. */
    public boolean stand() {
        return handle.createQuery("select exists (select 1 from lot_status where until is null)")
                .mapTo(Boolean.class)
                .one();
    }

    private static LotStatus status(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new LotStatus(
                LotStatus.Kind.of(row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("set_by"),
                row.getString("why"),
                row.getString("reference"),
                until == null
                        ? Optional.empty()
                        : Optional.of(new LotStatus.Ended(
                                until.toInstant(), row.getString("ended_by"), row.getString("ended_why"))));
    }
}
