package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** What goes out, inside one transaction. */
public final class Outbox {
    private final Handle handle;
    private final Instant now;
    private final RandomGenerator random;

    Outbox(Handle handle, Instant now, RandomGenerator random) {
        this.handle = handle;
        this.now = now;
        this.random = random;
    }

    /**
     * Makes a delivery due.
     *
     * @return empty when a delivery with this key is there already
     */
    public Optional<DueDelivery> add(NewDelivery delivery) {
        Optional<Long> inserted = handle.createQuery("""
                        insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, set_id,
                            state, next_attempt_at, created_at, changed_at)
                        values (:key, :kind, :partner, :subscription, :format, :wire, :inboxId, :setId,
                            'NEW', :now, :now, :now)
                        on conflict (delivery_key) do nothing
                        returning id
                        """)
                .bind("key", delivery.key())
                .bind("kind", delivery.kind().name())
                .bind("partner", delivery.partner())
                .bind("subscription", delivery.subscription())
                .bind("format", delivery.format())
                .bind("wire", delivery.wire())
                .bind("inboxId", delivery.inboxId())
                .bind("setId", delivery.setId().isPresent() ? delivery.setId().getAsLong() : null)
                .bind("now", now)
                .mapTo(Long.class)
                .findOne();
        if (inserted.isEmpty()) {
            return Optional.empty();
        }
        addEvents(inserted.get(), delivery.eventIds());
        return Optional.of(new DueDelivery(inserted.get(), new Way(delivery.partner(), delivery.wire()), now));
    }

    private void addEvents(long deliveryId, List<String> eventIds) {
        if (eventIds.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into delivery_event (delivery_id, position, event_id) values (?, ?, ?)");
        for (int position = 0; position < eventIds.size(); position++) {
            batch.add(deliveryId, position, eventIds.get(position));
        }
        batch.execute();
    }

    /**
     * Makes the receipt of an inbox row due, which is the row's answer. One that is on its way is left alone; one that
     * came to its end goes out once more, for its sender asks again.
     *
     * @param address where it is posted to
     * @param wire the queue it goes by
     * @param content the answer's body in the archive
     * @param deadline until when it is tried
     */
    public void addMdn(
            String partner, String wire, long inboxId, String address, ArchivedContent content, Instant deadline) {
        handle.createUpdate("""
                        insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, state,
                            next_attempt_at, sha256, size, address, deadline, created_at, changed_at)
                        values ('MDN of inbox ' || :inboxId, 'MDN', :partner, 'MDN', 'MDN', :wire, :inboxId, 'WRITTEN',
                            :now, :sha256, :size, :address, :deadline, :now, :now)
                        on conflict (delivery_key) do update set state = 'WRITTEN', attempts = 0, confirmation = '',
                            cause = null, last_error = '',
                            next_attempt_at = :now, address = :address, deadline = :deadline, changed_at = :now
                        where delivery.state in ('CONFIRMED', 'PARKED')
                        """)
                .bind("partner", partner)
                .bind("wire", wire)
                .bind("inboxId", inboxId)
                .bind("sha256", content.sha256())
                .bind("size", content.size())
                .bind("address", address)
                .bind("deadline", deadline)
                .bind("now", now)
                .execute();
    }

    /**
     * Takes a delivery for the step that writes it: nobody else gets it before this transaction ends.
     *
     * @return empty when another worker has it, or it is written already
     */
    public Optional<ToWrite> claimNew(long id) {
        return handle.createQuery("""
                        select d.id, d.partner, d.subscription, coalesce(s.document_number, '') as document_number
                        from delivery d left join transaction_set s on s.id = d.set_id
                        where d.id = :id and d.state = 'NEW' for update of d skip locked
                        """)
                .bind("id", id)
                .map((row, context) -> new ToWrite(
                        row.getLong("id"),
                        row.getString("partner"),
                        row.getString("subscription"),
                        row.getString("document_number")))
                .findOne();
    }

    /** The lot events that a delivery carries, as JSON objects, in order. */
    public List<String> events(long id) {
        return handle.createQuery("""
                        select e.event from delivery_event d join lot_event e on e.event_id = d.event_id
                        where d.delivery_id = :id order by d.position
                        """).bind("id", id).mapTo(String.class).list();
    }

    /** Its bytes are in the archive: from here on these bytes are sent, and no others. */
    public void written(long id, WrittenDocument written) {
        Optional<SentEnvelope> envelope = written.envelope();
        changeOne(
                handle.createUpdate("""
                        update delivery set state = 'WRITTEN', sha256 = :sha256, size = :size,
                            content_type = :contentType, file_name = :fileName, message_id = :messageId,
                            usage = :usage, interchange_control_number = :interchangeControlNumber,
                            group_control_number = :groupControlNumber, next_attempt_at = :now, changed_at = :now
                        where id = :id and state = 'NEW'
                        """)
                        .bind("contentType", written.contentType())
                        .bind("fileName", written.fileName())
                        .bind("messageId", written.messageId())
                        .bind("usage", envelope.map(SentEnvelope::usage).orElse(""))
                        .bind(
                                "interchangeControlNumber",
                                envelope.map(SentEnvelope::interchangeControlNumber)
                                        .orElse(""))
                        .bind(
                                "groupControlNumber",
                                envelope.flatMap(SentEnvelope::groupControlNumber)
                                        .orElse(""))
                        .bind("sha256", written.content().sha256())
                        .bind("size", written.content().size())
                        .bind("id", id)
                        .bind("now", now)
                        .execute(),
                id,
                "written");
    }

    /**
     * Takes a written delivery for one attempt to send it, which happens outside any transaction. Until the lease ends
     * nobody else takes it; when the sender dies, it is due again after that. One that was sent and whose receipt did
     * not come in time counts as having failed once more.
     *
     * @param lease longer than an attempt may last
     * @param holderDied true when whoever had the lease is known to be dead: then it counts no more
     * @return empty when another sender has it, it is not due yet, or it is done
     */
    public Optional<ToSend> lease(long id, Duration lease, boolean holderDied) {
        return leased(id, lease, holderDied, """
                        d.*, coalesce((select s.document from transaction_set s where s.id = d.set_id), '') as document,
                            coalesce((select i.message_id from inbox i where i.id = d.inbox_id and i.wire = d.wire
                                and d.kind = 'ACKNOWLEDGEMENT'), d.message_id) as answers
                        """)
                .map((row, context) -> new ToSend(
                        row.getLong("id"),
                        row.getString("partner"),
                        row.getString("format"),
                        row.getString("document"),
                        DeliveryRow.document(row),
                        row.getString("answers")))
                .findOne();
    }

    /** Takes a receipt for one attempt to post it; see {@link #lease}. */
    public Optional<MdnToPost> leaseMdn(long id, Duration lease, boolean holderDied) {
        return leased(id, lease, holderDied, """
                        d.id, d.partner, d.address,
                            (select i.answer_headers from inbox i where i.id = d.inbox_id) as answer_headers,
                            (select i.answer_body from inbox i where i.id = d.inbox_id) as answer_body
                        """)
                .map((row, context) -> new MdnToPost(
                        row.getLong("id"),
                        row.getString("partner"),
                        row.getString("address"),
                        Inbox.reply(row).orElseThrow()))
                .findOne();
    }

    private Query leased(long id, Duration lease, boolean holderDied, String columns) {
        return handle.createQuery("""
                        update delivery d set next_attempt_at = :until, changed_at = :now,
                            attempts = attempts + case state when 'SENT' then 1 else 0 end,
                            cause = case state when 'SENT' then 'RECEIPT_MISSING' else cause end,
                            last_error = case state when 'SENT' then 'No receipt came in time' else last_error end,
                            state = 'WRITTEN'
                        where id = (select id from delivery
                            where id = :id and (state in ('WRITTEN', 'SENT') and next_attempt_at <= :now
                                or state = 'WRITTEN' and :holderDied)
                            for update skip locked)
                        returning <columns>
                        """.replace("<columns>", columns))
                .bind("id", id)
                .bind("holderDied", holderDied)
                .bind("now", now)
                .bind("until", now.plus(lease));
    }

    /** Keeps a message as it travels, before it does. */
    public void keep(long id, SentMessage message) {
        changeOne(
                handle.createUpdate("""
                        update delivery set sent_headers = cast(:headers as jsonb), sent_sha256 = :sha256,
                            sent_size = :size, sent_mic = :mic, changed_at = :now
                        where id = :id
                        """)
                        .bind("id", id)
                        .bind("headers", Json.write(message.headers()))
                        .bind("sha256", message.body().sha256())
                        .bind("size", message.body().size())
                        .bind("mic", message.mic())
                        .bind("now", now)
                        .execute(),
                id,
                "kept");
    }

    /** A message as it travelled before; empty when none was kept. */
    public Optional<SentMessage> kept(long id) {
        return handle.createQuery("""
                        select sent_headers, sent_sha256, sent_size, sent_mic from delivery
                        where id = :id and sent_sha256 is not null
                        """)
                .bind("id", id)
                .map((row, context) -> sentMessage(row))
                .findOne();
    }

    private static SentMessage sentMessage(ResultSet row) throws SQLException {
        return new SentMessage(
                Json.readMap(row.getString("sent_headers")),
                new ArchivedContent(row.getString("sent_sha256"), row.getLong("sent_size")),
                row.getString("sent_mic"));
    }

    /**
     * The partner's server took it, and will send the receipt. One whose receipt was faster than the server's answer
     * stays as the receipt left it.
     *
     * @param patience how long the receipt may take before the message is sent again
     * @param longest how long this goes on; after that a failure parks it
     */
    public void sent(long id, Duration patience, Duration longest) {
        handle.createUpdate("""
                        update delivery set state = 'SENT', next_attempt_at = :again,
                            deadline = coalesce(deadline, :deadline), changed_at = :now
                        where id = :id and state = 'WRITTEN' and confirmation = ''
                        """)
                .bind("id", id)
                .bind("again", now.plus(patience))
                .bind("deadline", now.plus(longest))
                .bind("now", now)
                .execute();
    }

    /** Parks a delivery that is due past its deadline; false when it is not. */
    public boolean expire(long id) {
        return handle.createUpdate("""
                        update delivery set state = 'PARKED', cause = 'DEADLINE_PAST', changed_at = :now,
                            last_error = case state when 'SENT' then 'No receipt came in time' else last_error end
                        where id = :id and state in ('WRITTEN', 'SENT') and next_attempt_at <= :now
                            and deadline <= :now
                        """).bind("id", id).bind("now", now).execute() > 0;
    }

    /**
     * The wire confirmed it. A confirmation that comes twice, or after the partner's acknowledgement, changes nothing.
     *
     * @param confirmation what was confirmed, in words for people
     * @param facts the same in parts
     */
    public void confirmed(long id, String confirmation, Map<String, String> facts) {
        handle.createUpdate("""
                        update delivery set confirmation = :confirmation, confirmation_facts = cast(:facts as jsonb),
                            state = case when state in ('WRITTEN', 'SENT', 'PARKED') then 'CONFIRMED' else state end,
                            cause = null, last_error = '', changed_at = :now
                        where id = :id and confirmation = ''
                        """)
                .bind("id", id)
                .bind("confirmation", confirmation)
                .bind("facts", Json.write(facts))
                .bind("now", now)
                .execute();
    }

    /**
     * An attempt to write or send it failed: it is due again later, or parked when it was the last. One that was confirmed
     * meanwhile stays so.
     *
     * @return its state now
     */
    public DeliveryState failed(long id, String error, BackOff backOff) {
        Tried before = handle.createQuery("select state, attempts from delivery where id = :id for update")
                .bind("id", id)
                .map((row, context) -> new Tried(DeliveryState.valueOf(row.getString("state")), row.getInt("attempts")))
                .one();
        if (!before.state().onItsWay()) {
            return before.state();
        }
        int failures = before.attempts() + 1;
        boolean last = failures >= backOff.attempts();
        DeliveryState again = before.state() == DeliveryState.NEW ? DeliveryState.NEW : DeliveryState.WRITTEN;
        DeliveryState state = last ? DeliveryState.PARKED : again;
        handle.createUpdate("""
                        update delivery set attempts = :failures, cause = :cause, last_error = :error,
                            next_attempt_at = :next, state = :state, changed_at = :now
                        where id = :id
                        """)
                .bind("id", id)
                .bind("failures", failures)
                .bind("state", state.name())
                .bind("cause", (last ? CauseCode.ATTEMPTS_EXHAUSTED : CauseCode.ATTEMPT_FAILED).name())
                .bind("error", error)
                .bind("next", now.plus(backOff.after(failures, random)))
                .bind("now", now)
                .execute();
        return state;
    }

    private record Tried(DeliveryState state, int attempts) {}

    /** It waits for a person. */
    public void park(long id, Cause cause) {
        changeOne(
                handle.createUpdate("""
                        update delivery set state = 'PARKED', cause = :cause, last_error = :sentence, changed_at = :now
                        where id = :id
                        """)
                        .bind("id", id)
                        .bind("cause", cause.code().name())
                        .bind("sentence", cause.sentence())
                        .bind("now", now)
                        .execute(),
                id,
                "parked");
    }

    /**
     * The sender of an inbox row sent it again, so it hears the same again: the acknowledgements that were delivered
     * before are due once more, with the same bytes and control numbers.
     *
     * @param messageIds gives each a new message id: under the old one the partner's wire would drop it as a repeat
     */
    public void acknowledgeAgain(long inboxId, Supplier<String> messageIds) {
        List<Long> delivered = handle.createQuery("""
                        select id from delivery
                        where inbox_id = :inboxId and kind = 'ACKNOWLEDGEMENT' and state in ('CONFIRMED', 'REJECTED')
                        order by id for update
                        """)
                .bind("inboxId", inboxId)
                .mapTo(Long.class)
                .list();
        for (long id : delivered) {
            handle.createUpdate("""
                            update delivery set state = 'WRITTEN', confirmation = '', attempts = 0,
                                sent_sha256 = null, deadline = null, message_id = :messageId, next_attempt_at = :now, changed_at = :now
                            where id = :id
                            """)
                    .bind("messageId", messageIds.get())
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
        }
    }

    /**
     * The delivery that a receipt speaks of, when it waits for one, taken until this transaction ends. A late receipt
     * still counts for one that was given up, or that the partner's 997 was faster to speak of.
     *
     * @param partner who sent the receipt
     * @param messageId the message id that it names, with or without its angle brackets
     */
    public Optional<AwaitedMdn> claimAwaiting(String partner, String messageId) {
        return handle.createQuery("""
                        select id, sent_headers, sent_sha256, sent_size, sent_mic from delivery
                        where partner = :partner and message_id in (:id, '<' || :id || '>')
                            and message_id <> '' and kind <> 'MDN' and sent_sha256 is not null and confirmation = ''
                            and state in ('WRITTEN', 'SENT', 'PARKED', 'ACCEPTED')
                        for update
                        """)
                .bind("partner", partner)
                .bind("id", messageId.strip())
                .map((row, context) -> new AwaitedMdn(row.getLong("id"), sentMessage(row)))
                .findOne();
    }

    /** A delivery as it stands, without taking it. */
    public Optional<Delivery> find(long id) {
        return handle.createQuery("select * from delivery where id = :id")
                .bind("id", id)
                .map((row, context) -> DeliveryRow.read(row))
                .findOne();
    }

    /** The deliveries that an inbox row caused, in the order they were made. */
    public List<Delivery> of(long inboxId) {
        return handle.createQuery("select * from delivery where inbox_id = :inboxId order by id")
                .bind("inboxId", inboxId)
                .map((row, context) -> DeliveryRow.read(row))
                .list();
    }

    /**
     * A way to a partner.
     *
     * @param partner the profile's name
     * @param wire the wire, as its deliveries name it
     */
    public record Way(String partner, String wire) {}

    /**
     * What is to be written or sent now, the longest waiting of each way first. Each way has its share, however much
     * waits for another one.
     *
     * @param open the ways that are served; what waits for another one stays where it is
     * @param most so many of each way
     */
    public List<DueDelivery> due(Collection<Way> open, int most) {
        return handle.createQuery("""
                        select due.id, way.partner, way.wire, due.next_attempt_at
                        from unnest(:partners, :wires) as way (partner, wire)
                        cross join lateral (
                            select d.id, d.next_attempt_at from delivery d
                            where d.partner = way.partner and d.wire = way.wire
                                and d.state in ('NEW', 'WRITTEN', 'SENT') and d.next_attempt_at <= :now
                            order by d.next_attempt_at, d.id limit :most) due
                        """)
                .bind("now", now)
                .bindArray(
                        "partners",
                        String.class,
                        open.stream().map(Way::partner).toList())
                .bindArray("wires", String.class, open.stream().map(Way::wire).toList())
                .bind("most", most)
                .map((row, context) -> new DueDelivery(
                        row.getLong("id"),
                        new Way(row.getString("partner"), row.getString("wire")),
                        row.getTimestamp("next_attempt_at").toInstant()))
                .list();
    }

    private static void changeOne(int changed, long id, String to) {
        if (changed != 1) {
            throw new IllegalStateException("delivery " + id + " is not in a state to be " + to);
        }
    }
}
