package io.lotwire.retention;

import io.lotwire.ledger.LedgerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The orders to keep bytes, inside one transaction. */
public final class LegalHolds {
    private static final String SELECT = """
            select h.*, lot.code, lot.gtin from legal_hold h left join lot on lot.id = h.lot_id
            """;

    private final Handle handle;
    private final Instant now;

    public LegalHolds(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Begins one; of the same scope there may be several, as several may ask for it.
     *
     * @param reference {@code ""} for none
     * @return its number
     */
    public long begin(LegalHold.Scope scope, String by, String why, String reference) {
        return handle.createQuery("""
                        insert into legal_hold (partner, lot_id, why, reference, set_by, since)
                        values (:partner, :lot, :why, :reference, :by, :now) returning id
                        """)
                .bind("partner", scope instanceof LegalHold.OfPartner of ? of.partner() : "")
                .bind("lot", scope instanceof LegalHold.OfLot of ? of.lotId() : null)
                .bind("why", why)
                .bind("reference", reference)
                .bind("by", by)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    /** Ends one; false when it was ended before. */
    public boolean end(long id, String by, String why) {
        return handle.createUpdate("""
                        update legal_hold set until = :now, ended_by = :by, ended_why = :why
                        where id = :id and until is null
                        """)
                        .bind("now", now)
                        .bind("by", by)
                        .bind("why", why)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** One by its number. */
    public Optional<LegalHold> find(long id) {
        return handle.createQuery(SELECT + " where h.id = :id")
                .bind("id", id)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /**
     * Those that stand, the first first.
     *
     * @param ended those that ended, too
     */
    public List<LegalHold> list(boolean ended) {
        return handle.createQuery(SELECT + (ended ? "" : " where h.until is null") + " order by h.id")
                .map((row, context) -> hold(row))
                .list();
    }

    /** Whether something of a partner is kept, of one without a profile, too. */
    public static boolean isPartner(LedgerTransaction transaction, String name) {
        return transaction
                .handle()
                .createQuery("select exists (select from inbox where partner = :name)"
                        + " or exists (select from delivery where partner = :name)")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new LegalHold(
                id,
                scope(row),
                row.getString("why"),
                row.getString("reference"),
                row.getString("set_by"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until") == null
                        ? Optional.empty()
                        : Optional.of(new LegalHold.Ended(
                                row.getTimestamp("until").toInstant(),
                                row.getString("ended_by"),
                                row.getString("ended_why"))));
    }

    private static LegalHold.Scope scope(ResultSet row) throws SQLException {
        if (row.getString("code") != null) {
            return new LegalHold.OfLot(
                    row.getLong("lot_id"), row.getString("code"), Optional.ofNullable(row.getString("gtin")));
        }
        return row.getString("partner").isEmpty()
                ? new LegalHold.Everything()
                : new LegalHold.OfPartner(row.getString("partner"));
    }
}
