package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
 * What came of deliveries that were taken, inside one transaction: they are written once, sent outside any transaction, and
 * what came of it is written down together.
 */
public final class Attempts {
    private final Handle handle;
    private final Instant now;
    private final RandomGenerator random;

    Attempts(Handle handle, Instant now, RandomGenerator random) {
        this.handle = handle;
        this.now = now;
        this.random = random;
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
                            state = case when state in ('WRITTEN', 'SENT', 'PARKED', 'DISMISSED') then 'CONFIRMED' else state end,
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
                            and state in ('WRITTEN', 'SENT', 'PARKED', 'DISMISSED', 'ACCEPTED')
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
