package io.lotwire.retention;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What is kept of a partner.
 *
 * @param partner name of their profile, or of one that was there once
 * @param retention for how long
 * @param received what they sent
 * @param sent what they got
 */
public record Retained(String partner, Retention retention, Counted received, Counted sent) {
    /**
     * What was counted.
     *
     * @param documents how many have their bytes
     * @param bytes how many these are
     * @param oldest when the first of them came, or was made
     * @param past how many of them are past their retention, and nobody works on
     * @param held how many of those must be kept all the same
     * @param purged how many were let go
     */
    public record Counted(long documents, long bytes, Optional<Instant> oldest, long past, long held, long purged) {
        static final Counted NOTHING = new Counted(0, 0, Optional.empty(), 0, 0, 0);
    }

    private static final String COUNT = """
            with agreed as (
                select partner, to_timestamp(before / 1000.0) as before from unnest(:partners, :before) as one (partner, before)),
            held as (select * from unnest(:held) as one (inbox_id)),
            kept as (%s)
            select k.partner,
                count(*) filter (where not purged) as documents,
                coalesce(sum(size) filter (where not purged), 0) as bytes,
                min(at) filter (where not purged) as oldest,
                count(*) filter (where not purged and done and at < before) as past,
                count(*) filter (where not purged and done and at < before and (:everything
                    or k.partner = any(:heldPartners) or sender = any(:heldPartners) or held.inbox_id is not null)) as held,
                count(*) filter (where purged) as purged
            from kept k join agreed on agreed.partner = k.partner left join held on held.inbox_id = k.inbox_id
            group by k.partner
            """;

    private static final String RECEIVED = """
            select partner, partner as sender, id as inbox_id, size, received_at as at, purged_at is not null as purged,
                state in ('TRANSLATED', 'REJECTED', 'DISMISSED')
                    and not exists (select from transaction_set s where s.inbox_id = inbox.id and s.state = 'PARKED') as done
            from inbox""";

    private static final String SENT = """
            select d.partner, coalesce(i.partner, '') as sender, d.inbox_id,
                coalesce(d.size, 0) + coalesce(d.sent_size, 0) as size, d.created_at as at,
                d.purged_at is not null as purged, d.state in ('CONFIRMED', 'ACCEPTED', 'REJECTED', 'DISMISSED') as done
            from delivery d left join inbox i on i.id = d.inbox_id where d.sha256 is not null""";

    /** What is kept of all partners, by their names. */
    public static List<Retained> of(LedgerTransaction transaction, Profiles profiles) {
        Handle handle = transaction.handle();
        Limits limits = new Limits(profiles, transaction.now());
        TreeSet<String> partners = new TreeSet<>(
                handle.createQuery("select distinct partner from inbox union select partner from delivery")
                        .mapTo(String.class)
                        .list());
        profiles.partners().forEach(profile -> partners.add(profile.name()));
        Held held = Held.now(handle);
        Map<String, Counted> received = counted(handle, RECEIVED, partners, limits, held);
        Map<String, Counted> sent = counted(handle, SENT, partners, limits, held);
        return partners.stream()
                .map(partner -> new Retained(
                        partner,
                        profiles.retention(partner),
                        received.getOrDefault(partner, Counted.NOTHING),
                        sent.getOrDefault(partner, Counted.NOTHING)))
                .toList();
    }

    private static Map<String, Counted> counted(
            Handle handle, String which, TreeSet<String> partners, Limits limits, Held held) {
        Map<String, Counted> counted = new TreeMap<>();
        handle.createQuery(COUNT.formatted(which))
                .bindArray("partners", String.class, partners.toArray())
                .bindArray(
                        "before",
                        Long.class,
                        partners.stream()
                                .map(partner ->
                                        limits.of(partner).orElse(Instant.EPOCH).toEpochMilli())
                                .toArray())
                .bindArray("held", Long.class, held.documents().toArray())
                .bindArray("heldPartners", String.class, held.partners().toArray())
                .bind("everything", held.everything().isPresent())
                .map((row, context) -> Map.entry(row.getString("partner"), counted(row)))
                .forEach(each -> counted.put(each.getKey(), each.getValue()));
        return counted;
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getLong("documents"),
                row.getLong("bytes"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                row.getLong("past"),
                row.getLong("held"),
                row.getLong("purged"));
    }
}
