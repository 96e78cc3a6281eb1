package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * What is being sent, inside one transaction: deliveries are taken together by a lease, written once, sent outside any
 * transaction, and what came of it is written down together.
 */
public final class Attempts {
    /** Up to the first that is on its way and not due. */
    private static final String IN_ORDER = """

                                and id < coalesce((select min(id) from delivery
                                    where partner = :partner and wire = :wire and state in ('NEW', 'WRITTEN', 'SENT')
                                        and next_attempt_at > :now), 9223372036854775807)""";

    private final Handle handle;
    private final Instant now;
    private final RandomGenerator random;

    Attempts(Handle handle, Instant now, RandomGenerator random) {
        this.handle = handle;
        this.now = now;
        this.random = random;
    }

    /**
     * Takes what is due to go a way, the longest waiting first. Until the lease ends nobody else takes it; when the sender
     * dies, it is due again at once. One that was sent and whose receipt did not come in time counts as having failed once
     * more; one whose deadline is past is left to {@link #expire}.
     *
     * @param most so many at once
     * @param inOrder whether those wait that were made after one that is not due yet
     * @return {@link ToWrite} those that are new, {@link ToSend} the others, in the order in which they were due
     */
    public List<Taken> take(Outbox.Way way, int most, boolean inOrder, Lease lease) {
        return taken(way, most, inOrder, lease, """
                        d.*, coalesce((select s.document from transaction_set s where s.id = d.set_id), '') as document,
                            coalesce((select s.document_number from transaction_set s where s.id = d.set_id), '')
                                as document_number,
                            coalesce((select i.message_id from inbox i where i.id = d.inbox_id and i.wire = d.wire
                                and d.kind = 'ACKNOWLEDGEMENT'), d.message_id) as answers
                        """).map((row, context) -> taken(row)).list().stream()
                .sorted(Comparator.comparing(Taken::id))
                .toList();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return DeliveryState.valueOf(row.getString("state")) == DeliveryState.NEW
                ? new ToWrite(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("subscription"),
                        row.getString("format"),
                        row.getLong("set_id"),
                        row.getString("document"),
                        row.getString("document_number"),
                        EventChoice.stored(
                                row.getInt("events"),
                                row.getBytes("chosen"),
                                stretch(row),
                                row.getInt("part"),
                                row.getInt("parts")))
                : new ToSend(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("format"),
                        row.getString("document"),
                        DeliveryRow.document(row),
                        row.getString("answers"),
                        row.getString("sent_sha256") != null);
    }

    private static Optional<EventChoice.Stretch> stretch(ResultSet row) throws SQLException {
        long first = row.getLong("first_event");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new EventChoice.Stretch(first, row.getLong("last_event")));
    }

    /** Takes receipts that are to be posted; see {@link #take}. */
    public List<Taken> takeMdns(Outbox.Way way, int most, Lease lease) {
        return taken(way, most, false, lease, """
                        d.id, d.inbox_id, d.partner, d.address,
                            (select i.answer_headers from inbox i where i.id = d.inbox_id) as answer_headers,
                            (select i.answer_body from inbox i where i.id = d.inbox_id) as answer_body
                        """)
                .map((row, context) -> (Taken) new MdnToPost(
                        row.getLong("id"),
                        row.getLong("inbox_id"),
                        row.getString("partner"),
                        row.getString("address"),
                        Inbox.reply(row).orElseThrow()))
                .list();
    }

    private Query taken(Outbox.Way way, int most, boolean inOrder, Lease lease, String columns) {
        return handle.createQuery("""
                        update delivery d set next_attempt_at = :until, holder = :holder, lease = :lease, changed_at = :now,
                            attempts = attempts + case state when 'SENT' then 1 else 0 end,
                            cause = case state when 'SENT' then 'RECEIPT_MISSING' else cause end,
                            last_error = case state when 'SENT' then 'No receipt came in time' else last_error end,
                            state = case state when 'SENT' then 'WRITTEN' else state end
                        where id = any (array(select id from delivery
                            where partner = :partner and wire = :wire and state in ('NEW', 'WRITTEN', 'SENT')
                                and next_attempt_at <= :now and (deadline is null or deadline > :now)<inOrder>
                            order by next_attempt_at, id limit :most for update skip locked))
                        returning <columns>
                        """.replace("<columns>", columns).replace("<inOrder>", inOrder ? IN_ORDER : ""))
                .bind("partner", way.partner())
                .bind("wire", way.wire())
                .bind("most", most)
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("now", now)
                .bind("until", lease.until());
    }

    /**
     * Documents are written: from here on these bytes are sent, and no others. One that another has taken meanwhile is left
     * alone.
     *
     * @return the numbers of those that are written by this
     */
    public Set<Long> written(Lease lease, List<WrittenDelivery> deliveries) {
        Query update = handle.createQuery("""
                        update delivery set state = 'WRITTEN', sha256 = row.sha256, size = row.size, content = row.content,
                            content_type = row.content_type, file_name = row.file_name, message_id = row.message_id,
                            usage = row.usage, interchange_control_number = row.interchange,
                            group_control_number = row."group", profile_version = row.profile,
                            mapping_name = row.mapping, mapping_version = row.edition, changed_at = :now
                        from unnest(:ids, :sha256s, :sizes, :contents, :contentTypes, :fileNames, :messageIds, :usages,
                                :interchanges, :groups, :profiles, :mappings, :editions)
                            as row (id, sha256, size, content, content_type, file_name, message_id, usage, interchange,
                                "group", profile, mapping, edition)
                        where delivery.id = row.id and state = 'NEW' and holder = :holder and lease = :lease
                        returning delivery.id
                        """);
        return update.bindArray("contents", byte[].class, document(deliveries, each -> each.content()
                        .column()))
                .bindArray("ids", Long.class, column(deliveries, WrittenDelivery::id))
                .bindArray("sha256s", String.class, document(deliveries, each -> each.content()
                        .sha256()))
                .bindArray("sizes", Long.class, document(deliveries, each -> each.content()
                        .size()))
                .bindArray("contentTypes", String.class, document(deliveries, WrittenDocument::contentType))
                .bindArray("fileNames", String.class, document(deliveries, WrittenDocument::fileName))
                .bindArray("messageIds", String.class, document(deliveries, WrittenDocument::messageId))
                .bindArray("usages", String.class, document(deliveries, each -> each.envelope()
                        .map(SentEnvelope::usage)
                        .orElse("")))
                .bindArray("interchanges", String.class, document(deliveries, each -> each.envelope()
                        .map(SentEnvelope::interchangeControlNumber)
                        .orElse("")))
                .bindArray("groups", String.class, document(deliveries, each -> each.envelope()
                        .flatMap(SentEnvelope::groupControlNumber)
                        .orElse("")))
                .bindArray("profiles", String.class, column(deliveries, each -> each.by()
                        .profileVersion()))
                .bindArray("mappings", String.class, column(deliveries, each -> each.by()
                        .mappingName()))
                .bindArray("editions", String.class, column(deliveries, each -> each.by()
                        .mappingVersion()))
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("now", now)
                .mapTo(Long.class)
                .collect(Collectors.toSet());
    }

    /** Keeps a message as it travels, before it does. */
    public void keep(long id, SentMessage message) {
        int kept = handle.createUpdate("""
                        update delivery set sent_headers = cast(:headers as jsonb), sent_sha256 = :sha256,
                            sent_size = :size, sent_content = :content, sent_mic = :mic, changed_at = :now
                        where id = :id
                        """)
                .bind("id", id)
                .bind("headers", Json.write(message.headers()))
                .bind("sha256", message.body().sha256())
                .bind("size", message.body().size())
                .bind("content", message.body().column())
                .bind("mic", message.mic())
                .bind("now", now)
                .execute();
        if (kept != 1) {
            throw new IllegalStateException("there is no delivery " + id);
        }
    }

    /** A message as it travelled before; empty when none was kept. */
    public Optional<SentMessage> kept(long id) {
        return handle.createQuery("""
                        select sent_headers, sent_sha256, sent_size, sent_content, sent_mic from delivery
                        where id = :id and sent_sha256 is not null
                        """)
                .bind("id", id)
                .map((row, context) -> sentMessage(row))
                .findOne();
    }

    private static SentMessage sentMessage(ResultSet row) throws SQLException {
        return new SentMessage(
                Json.readMap(row.getString("sent_headers")),
                KeptContent.stored(
                        row.getString("sent_sha256"), row.getLong("sent_size"), row.getBytes("sent_content")),
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
                        update delivery set state = 'SENT', next_attempt_at = :again, lease = null,
                            deadline = coalesce(deadline, :deadline), changed_at = :now
                        where id = :id and state = 'WRITTEN' and confirmation = ''
                        """)
                .bind("id", id)
                .bind("again", now.plus(patience))
                .bind("deadline", now.plus(longest))
                .bind("now", now)
                .execute();
    }

    /** Parks deliveries that are due past their deadline; answers their numbers. */
    public List<Long> expire() {
        return handle.createQuery("""
                        update delivery set state = 'PARKED', cause = 'DEADLINE_PAST', changed_at = :now,
                            last_error = case state when 'SENT' then 'No receipt came in time' else last_error end
                        where state in ('WRITTEN', 'SENT') and next_attempt_at <= :now and deadline <= :now
                        returning id
                        """).bind("now", now).mapTo(Long.class).list();
    }

    /**
     * Wires confirmed deliveries. A confirmation that comes twice, or after the partner's acknowledgement, changes nothing;
     * one that comes from a sender who has lost the lease counts, for it is true.
     */
    public void confirmed(Map<Long, Confirmation> confirmations) {
        handle.createUpdate("""
                        update delivery set confirmation = row.words, confirmation_facts = cast(row.facts as jsonb),
                            state = case when state in ('WRITTEN', 'SENT', 'PARKED') then 'CONFIRMED' else state end,
                            cause = null, last_error = '', lease = null, changed_at = :now
                        from unnest(:ids, :words, :facts) as row (id, words, facts)
                        where delivery.id = row.id and confirmation = ''
                        """)
                .bindArray("ids", Long.class, confirmations.keySet().toArray())
                .bindArray(
                        "words",
                        String.class,
                        confirmations.values().stream().map(Confirmation::words).toArray())
                .bindArray(
                        "facts",
                        String.class,
                        confirmations.values().stream()
                                .map(each -> Json.write(each.facts()))
                                .toArray())
                .bind("now", now)
                .execute();
    }

    /**
     * Attempts to write or send failed: each delivery is due again later, or parked when it was the last attempt. One that
     * was confirmed meanwhile, or that another has taken, stays as it is.
     *
     * @param lease by which they were taken
     * @param errors what happened, by the number of the delivery
     * @return their states now
     */
    public Map<Long, DeliveryState> failed(Lease lease, Map<Long, String> errors, BackOff backOff) {
        return failed(errors, backOff, tried -> tried.holder() == lease.holder() && tried.lease() == lease.number());
    }

    /** The partner says of a delivery, in a message of its own, that it failed; see the other. */
    public DeliveryState failed(long id, String error, BackOff backOff) {
        return failed(Map.of(id, error), backOff, tried -> true).get(id);
    }

    private Map<Long, DeliveryState> failed(Map<Long, String> errors, BackOff backOff, Predicate<Tried> ours) {
        List<Tried> before = handle.createQuery("""
                        select id, state, attempts, coalesce(holder, 0) as holder, coalesce(lease, 0) as lease
                        from delivery where id = any (:ids) order by id for update
                        """)
                .bindArray("ids", Long.class, errors.keySet().toArray())
                .map((row, context) -> new Tried(
                        row.getLong("id"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getLong("holder"),
                        row.getLong("lease")))
                .list();
        Map<Long, DeliveryState> states = new LinkedHashMap<>();
        PreparedBatch batch = handle.prepareBatch("""
                update delivery set attempts = :failures, cause = :cause, last_error = :error,
                    next_attempt_at = :next, lease = null, state = :state, changed_at = :now
                where id = :id
                """);
        for (Tried tried : before) {
            states.put(tried.id(), tried.state());
            if (tried.state().onItsWay() && ours.test(tried)) {
                int failures = tried.attempts() + 1;
                boolean last = failures >= backOff.attempts();
                DeliveryState again = tried.state() == DeliveryState.NEW ? DeliveryState.NEW : DeliveryState.WRITTEN;
                states.put(tried.id(), last ? DeliveryState.PARKED : again);
                batch.bind("id", tried.id())
                        .bind("failures", failures)
                        .bind("state", states.get(tried.id()).name())
                        .bind("cause", (last ? CauseCode.ATTEMPTS_EXHAUSTED : CauseCode.ATTEMPT_FAILED).name())
                        .bind("error", errors.get(tried.id()))
                        .bind("next", now.plus(backOff.after(failures, random)))
                        .bind("now", now)
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return states;
    }

    private record Tried(long id, DeliveryState state, int attempts, long holder, long lease) {}

    /** Gives deliveries back that were taken and not tried: they are due at once. */
    public void giveBack(Lease lease, Collection<Long> ids) {
        handle.createUpdate("""
                        update delivery set next_attempt_at = :now, lease = null
                        where id = any (:ids) and holder = :holder and lease = :lease and state in ('NEW', 'WRITTEN')
                        """)
                .bindArray("ids", Long.class, ids.toArray())
                .bind("holder", lease.holder())
                .bind("lease", lease.number())
                .bind("now", now)
                .execute();
    }

    /** It waits for a person. */
    public void park(long id, Cause cause) {
        int parked = handle.createUpdate("""
                        update delivery set state = 'PARKED', cause = :cause, last_error = :sentence, lease = null,
                            changed_at = :now
                        where id = :id
                        """)
                .bind("id", id)
                .bind("cause", cause.code().name())
                .bind("sentence", cause.sentence())
                .bind("now", now)
                .execute();
        if (parked != 1) {
            throw new IllegalStateException("there is no delivery " + id);
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
                        select id, sent_headers, sent_sha256, sent_size, sent_content, sent_mic from delivery
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

    private static Object[] column(List<WrittenDelivery> deliveries, Function<WrittenDelivery, Object> value) {
        return deliveries.stream().map(value).toArray();
    }

    private static Object[] document(List<WrittenDelivery> deliveries, Function<WrittenDocument, Object> value) {
        return column(deliveries, each -> value.apply(each.document()));
    }
}
