package io.lotwire.ledger;

import java.time.Instant;
import java.util.Optional;
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
     * Keeps an interchange, or tells that its control number was seen before.
     *
     * @param inboxId the inbox row it came with
     * @param key what tells it from others
     * @param sha256 of its bytes from ISA to IEA
     * @param takenSince a control number that was seen before this moment may be used anew
     */
    public InterchangeSeen keep(long inboxId, InterchangeKey key, String sha256, Instant takenSince) {
        Optional<Long> inserted = insert(inboxId, key, sha256);
        if (inserted.isEmpty() && supersede(key, takenSince)) {
            inserted = insert(inboxId, key, sha256);
        }
        return inserted.<InterchangeSeen>map(InterchangeSeen.New::new).orElseGet(() -> seenBefore(key, sha256));
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

    private Optional<Long> insert(long inboxId, InterchangeKey key, String sha256) {
        return handle.createQuery("""
                        insert into interchange (inbox_id, partner, sender_qualifier, sender_id,
                            receiver_qualifier, receiver_id, control_number, usage, sha256, seen_at)
                        values (:inboxId, :partner, :senderQualifier, :sender,
                            :receiverQualifier, :receiver, :controlNumber, :usage, :sha256, :now)
                        on conflict (partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                            control_number, usage) where not superseded do nothing
                        returning id
                        """)
                .bindMethods(key)
                .bind("inboxId", inboxId)
                .bind("sha256", sha256)
                .bind("now", now)
                .mapTo(Long.class)
                .findOne();
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
