package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The waivers, inside one transaction. */
public final class Waivers {
    private final Handle handle;
    private final Instant now;

    /** Those that are kept. */
    public Waivers(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /**
     * Keeps one.
     *
     * @return its number
     */
    public long keep(Waiver waiver) {
        return handle.createQuery("""
                        insert into compliance_waiver
                            (tracking_event, element, partner, reason, waived_by, waived_at, ends_on)
                        values (:kind, :element, :partner, :reason, :by, :now, :endsOn) returning id
                        """)
                .bind("kind", waiver.kind().word())
                .bind("element", waiver.element())
                .bind("partner", waiver.partner())
                .bind("reason", waiver.reason())
                .bind("by", waiver.by())
                .bind("now", now)
                .bind("endsOn", waiver.endsOn())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Ends one before its day; it stays, with who ended it.
     *
     * @return false when none of this number is in force
     */
    public boolean end(long id, String by) {
        return handle.createUpdate("""
                                update compliance_waiver set ended_at = :now, ended_by = :by
                                where id = :id and ended_at is null
                                """)
                        .bind("now", now)
                        .bind("by", by)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Those that hold on a day, oldest first. */
    public List<Waiver> on(LocalDate day) {
        return handle.createQuery(
                        "select * from compliance_waiver where ended_at is null and ends_on >= :day order by id")
                .bind("day", day)
                .map((row, context) -> waiver(row))
                .list();
    }

    private static Waiver waiver(ResultSet row) throws SQLException {
        String kind = row.getString("tracking_event");
        Optional<TrackingEvent> known = Arrays.stream(TrackingEvent.values())
                .filter(each -> Word.of(each).equals(kind))
                .findFirst();
        return new Waiver(
                row.getLong("id"),
                known.orElseThrow(() -> new SQLException("'" + kind + "' is no critical tracking event")),
                row.getString("element"),
                row.getString("partner"),
                row.getString("reason"),
                row.getString("waived_by"),
                row.getTimestamp("waived_at").toInstant(),
                row.getDate("ends_on").toLocalDate());
    }
}
