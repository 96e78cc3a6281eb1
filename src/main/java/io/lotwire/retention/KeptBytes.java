package io.lotwire.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Rows that have bytes, and nobody works on any more: what came in, what was made of it, and what was told of our own accord. */
enum KeptBytes {
    RECEIVED("inbox", "content = null", """
            select id, partner, partner as sender, id as inbox_id, received_at as paged_at, received_at as at, size,
                sha256, content is null as in_archive, null as sent_sha256, false as sent_in_archive
            from inbox
            where (received_at, id) > (:at, :id) and received_at < :latest
                and purged_at is null and state in ('TRANSLATED', 'REJECTED', 'DISMISSED')
                and not exists (select from transaction_set s where s.inbox_id = inbox.id and s.state = 'PARKED')
            order by received_at, id limit :portion for update skip locked
            """),
    SENT("delivery", "content = null, sent_content = null", """
            select d.id, d.partner, i.partner as sender, d.inbox_id, i.received_at as paged_at, d.created_at as at,
                coalesce(d.size, 0) + coalesce(d.sent_size, 0) as size,
                d.sha256, d.content is null as in_archive, d.sent_sha256, d.sent_content is null as sent_in_archive
            from inbox i join delivery d on d.inbox_id = i.id
            where (i.received_at, d.id) > (:at, :id) and i.received_at >= :at and i.received_at < :latest
                and d.purged_at is null and d.state in ('CONFIRMED', 'ACCEPTED', 'REJECTED', 'DISMISSED')
            order by i.received_at, d.id limit :portion for update of d skip locked
            """),
    TOLD("delivery", "content = null, sent_content = null", """
            select id, partner, '' as sender, 0 as inbox_id, created_at as paged_at, created_at as at,
                coalesce(size, 0) + coalesce(sent_size, 0) as size,
                sha256, content is null as in_archive, sent_sha256, sent_content is null as sent_in_archive
            from delivery
            where inbox_id is null and (created_at, id) > (:at, :id) and created_at < :latest
                and purged_at is null and state in ('CONFIRMED', 'ACCEPTED', 'REJECTED', 'DISMISSED')
            order by created_at, id limit :portion for update skip locked
            """);

    private final String table;
    private final String nothing;
    private final String query;

    KeptBytes(String table, String nothing, String query) {
        this.table = table;
        this.nothing = nothing;
        this.query = query;
    }

    /**
     * One of them.
     *
     * @param partner whose retention counts: who sent it, or who got it
     * @param sender who sent what it was made of; {@code ""} for nobody
     * @param inboxId what it was made of; 0 for nothing
     * @param pagedAt by what it is found, together with its number
     * @param at when its bytes came, or were made
     * @param size of its bytes
     * @param files which of them are in the archive, by SHA-256
     */
    record Row(
            long id,
            String partner,
            String sender,
            long inboxId,
            Instant pagedAt,
            Instant at,
            long size,
            List<String> files) {
        /** Before the first one. */
        static final Row NONE = new Row(0, "", "", 0, Instant.EPOCH, Instant.EPOCH, 0, List.of());
    }

    /** Whether they came in. */
    boolean cameIn() {
        return this == RECEIVED;
    }

    /**
     * Takes the next rows for this transaction alone.
     *
     * @param after the last one before
     * @param latest those that are found by this moment or later are left out
     */
    List<Row> next(Handle handle, Row after, Instant latest, int portion) {
        return handle.createQuery(query)
                .bind("id", after.id)
                .bind("at", after.pagedAt)
                .bind("latest", latest)
                .bind("portion", portion)
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String content = row.getBoolean("in_archive") ? row.getString("sha256") : null;
        String sent = row.getBoolean("sent_in_archive") ? row.getString("sent_sha256") : null;
        return new Row(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("sender"),
                row.getLong("inbox_id"),
                row.getTimestamp("paged_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getLong("size"),
                Stream.of(content, sent).filter(sha256 -> sha256 != null).toList());
    }

    /** Takes the bytes out of rows. */
    void letGo(Handle handle, List<Row> rows, Instant now) {
        handle.createUpdate("update " + table + " set " + nothing + ", purged_at = :now where id = any(:ids)")
                .bind("now", now)
                .bindArray("ids", Long.class, rows.stream().map(Row::id).toArray())
                .execute();
    }
}
