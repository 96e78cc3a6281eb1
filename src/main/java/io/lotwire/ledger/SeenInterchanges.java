package io.lotwire.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The interchanges seen, inside one transaction. */
public final class SeenInterchanges {
    private static final String SAME_KEY = "partner = :partner and sender_qualifier = :senderQualifier"
            + " and sender_id = :sender and receiver_qualifier = :receiverQualifier and receiver_id = :receiver"
            + " and control_number = :controlNumber and usage = :usage and not superseded";

    private final Handle handle;
    private final Instant now;

    SeenInterchanges(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * An interchange to be kept.
     *
     * @param inboxId the inbox row it came with
     * @param key what tells it from others
     * @param sha256 of its bytes from ISA to IEA
     * @param takenSince a control number that was seen before this moment may be used anew
     */
    public record Seen(long inboxId, InterchangeKey key, String sha256, Instant takenSince) {}

    /** Keeps interchanges, or tells of each that its control number was seen before; in the order given. */
    public List<InterchangeSeen> keep(List<Seen> interchanges) {
        Map<InterchangeKey, Long> inserted = insert(interchanges);
        List<InterchangeSeen> outcomes = new ArrayList<>();
        for (Seen each : interchanges) {
            // Removed: the same again in this list came after the one that was inserted.
            Long id = inserted.remove(each.key());
            if (id == null && supersede(each.key(), each.takenSince())) {
                id = insert(List.of(each)).get(each.key());
            }
            outcomes.add(id == null ? seenBefore(each.key(), each.sha256()) : new InterchangeSeen.New(id));
        }
        return outcomes;
    }

    /** Gives the control number free when it was last seen before this moment. */
    private boolean supersede(InterchangeKey key, Instant takenSince) {
        return handle.createUpdate("update interchange set superseded = true where " + SAME_KEY
                                + " and seen_at < :takenSince")
                        .bindMethods(key)
                        .bind("takenSince", takenSince)
                        .execute()
                > 0;
    }

    private Map<InterchangeKey, Long> insert(List<Seen> interchanges) {
        return handle.createQuery("""
                        insert into interchange (inbox_id, partner, sender_qualifier, sender_id,
                            receiver_qualifier, receiver_id, control_number, usage, sha256, seen_at)
                        select inbox_id, partner, sender_qualifier, sender, receiver_qualifier, receiver, control_number,
                            usage, sha256, :now
                        from unnest(:inboxIds, :partners, :senderQualifiers, :senders, :receiverQualifiers, :receivers,
                                :controlNumbers, :usages, :sha256s) with ordinality
                            as row (inbox_id, partner, sender_qualifier, sender, receiver_qualifier, receiver,
                                control_number, usage, sha256, position)
                        order by position
                        on conflict (partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                            control_number, usage) where not superseded do nothing
                        returning id, partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                            control_number, usage
                        """)
                .bindArray("inboxIds", Long.class, column(interchanges, Seen::inboxId))
                .bindArray("partners", String.class, column(interchanges, each -> each.key()
                        .partner()))
                .bindArray("senderQualifiers", String.class, column(interchanges, each -> each.key()
                        .senderQualifier()))
                .bindArray("senders", String.class, column(interchanges, each -> each.key()
                        .sender()))
                .bindArray("receiverQualifiers", String.class, column(interchanges, each -> each.key()
                        .receiverQualifier()))
                .bindArray("receivers", String.class, column(interchanges, each -> each.key()
                        .receiver()))
                .bindArray("controlNumbers", String.class, column(interchanges, each -> each.key()
                        .controlNumber()))
                .bindArray("usages", String.class, column(interchanges, each -> each.key()
                        .usage()))
                .bindArray("sha256s", String.class, column(interchanges, Seen::sha256))
                .bind("now", now)
                .map((row, context) -> Map.entry(
                        new InterchangeKey(
                                row.getString("partner"),
                                row.getString("sender_qualifier"),
                                row.getString("sender_id"),
                                row.getString("receiver_qualifier"),
                                row.getString("receiver_id"),
                                row.getString("control_number"),
                                row.getString("usage")),
                        row.getLong("id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Object[] column(List<Seen> interchanges, Function<Seen, Object> value) {
        return interchanges.stream().map(value).toArray();
    }

    private InterchangeSeen seenBefore(InterchangeKey key, String sha256) {
        return handle.createQuery("select id, inbox_id, sha256 from interchange where " + SAME_KEY)
                .bindMethods(key)
                .map((row, context) -> row.getString("sha256").equals(sha256)
                        ? new InterchangeSeen.SameAgain(row.getLong("id"), row.getLong("inbox_id"))
                        : new InterchangeSeen.OtherContent(row.getLong("id"), row.getLong("inbox_id")))
                .one();
    }
}
