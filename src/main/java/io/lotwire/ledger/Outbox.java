package io.lotwire.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What goes out, inside one transaction: makes it due, and tells of it. What is being sent are {@link Attempts}. */
public final class Outbox {
    /** So many bytes of documents go into a statement: PostgreSQL orders more than 4 MB of rows (its work_mem) by way of files. */
    private static final long STATEMENT_BYTES = 2 * 1024 * 1024;

    private final Handle handle;
    private final Instant now;

    Outbox(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** What is left of the bytes of the document of a delivery; empty when there is none, or none yet. */
    public Optional<LeftBytes> bytes(long id) {
        return handle.createQuery(
                        "select sha256, size, content, purged_at from delivery where id = :id and sha256 is not null")
                .bind("id", id)
                .map((row, context) -> Inbox.leftBytes(row, "sha256", "size", "content"))
                .findOne();
    }

    /** What is left of the message of a delivery as it travelled; empty where none was kept. */
    public Optional<LeftBytes> sentBytes(long id) {
        return handle.createQuery("""
                        select sent_sha256, sent_size, sent_content, purged_at from delivery
                        where id = :id and sent_sha256 is not null
                        """)
                .bind("id", id)
                .map((row, context) -> Inbox.leftBytes(row, "sent_sha256", "sent_size", "sent_content"))
                .findOne();
    }

    /**
     * Makes deliveries due, in this order; one whose key is there already is not made again.
     *
     * @return the ways that they go, each once
     */
    public Set<Way> add(List<NewDelivery> deliveries) {
        Set<Way> ways = new LinkedHashSet<>();
        int from = 0;
        long bytes = 0;
        for (int to = 1; to <= deliveries.size(); to++) {
            bytes += bytesInRow(deliveries.get(to - 1));
            if (bytes >= STATEMENT_BYTES || to == deliveries.size()) {
                ways.addAll(insert(deliveries.subList(from, to)));
                from = to;
                bytes = 0;
            }
        }
        return ways;
    }

    private static long bytesInRow(NewDelivery delivery) {
        return delivery.written()
                .flatMap(document -> document.content().inRow())
                .map(bytes -> (long) bytes.length)
                .orElse(0L);
    }

    private Set<Way> insert(List<NewDelivery> deliveries) {
        Query insert = handle.createQuery("""
                        insert into delivery (id, delivery_key, kind, partner, subscription, format, wire, inbox_id, set_id,
                            events, chosen, first_event, last_event, part, parts, state, sha256, size, content, content_type, file_name,
                            message_id, usage, interchange_control_number, group_control_number, profile_version, mapping_name, mapping_version,
                            next_attempt_at, created_at, changed_at)
                        overriding system value
                        select id, delivery_key, kind, partner, subscription, format, wire, inbox_id, set_id,
                            events, chosen, first_event, last_event, part, parts, state, sha256, size, content, content_type,
                            replace(file_name, :number, id::text), message_id, usage, interchange, "group",
                            profile, mapping, edition, :now, :now, :now
                        from (select nextval(pg_get_serial_sequence('delivery', 'id')) as id, row.*
                            from unnest(:keys, :kinds, :partners, :subscriptions, :formats, :wires, :inboxIds, :setIds,
                                    :events, :chosen, :firsts, :lasts, :part, :parts, :states, :sha256s, :sizes, :contents,
                                    :contentTypes, :fileNames, :messageIds, :usages, :interchanges, :groups, :profiles, :mappings, :editions) with ordinality
                                as row (delivery_key, kind, partner, subscription, format, wire, inbox_id, set_id,
                                    events, chosen, first_event, last_event, part, parts, state, sha256, size, content,
                                    content_type, file_name, message_id, usage, interchange, "group", profile, mapping, edition, position)
                            order by position) row
                        on conflict (delivery_key) do nothing
                        returning partner, wire
                        """);
        return insert.bind("number", NewDelivery.NUMBER)
                .bindArray("chosen", byte[].class, column(deliveries, each -> each.events()
                        .column()))
                .bindArray("contents", byte[].class, written(deliveries, null, each -> each.content()
                        .column()))
                .bindArray("keys", String.class, column(deliveries, NewDelivery::key))
                .bindArray("kinds", String.class, column(deliveries, each -> each.kind()
                        .name()))
                .bindArray("partners", String.class, column(deliveries, NewDelivery::partner))
                .bindArray("subscriptions", String.class, column(deliveries, NewDelivery::subscription))
                .bindArray("formats", String.class, column(deliveries, NewDelivery::format))
                .bindArray("wires", String.class, column(deliveries, NewDelivery::wire))
                .bindArray(
                        "inboxIds", Long.class, column(deliveries, each -> each.inboxId() == 0 ? null : each.inboxId()))
                .bindArray(
                        "setIds",
                        Long.class,
                        column(
                                deliveries,
                                each -> each.setId().isPresent() ? each.setId().getAsLong() : null))
                .bindArray("events", Integer.class, column(deliveries, each -> each.events()
                        .count()))
                .bindArray("firsts", Long.class, column(deliveries, each -> each.events()
                        .stretch()
                        .map(EventChoice.Stretch::first)
                        .orElse(null)))
                .bindArray("lasts", Long.class, column(deliveries, each -> each.events()
                        .stretch()
                        .map(EventChoice.Stretch::last)
                        .orElse(null)))
                .bindArray("part", Integer.class, column(deliveries, each -> each.events()
                        .part()))
                .bindArray("parts", Integer.class, column(deliveries, each -> each.events()
                        .of()))
                .bindArray("states", String.class, column(deliveries, each -> (each.written()
                                        .isPresent()
                                ? DeliveryState.WRITTEN
                                : DeliveryState.NEW)
                        .name()))
                .bindArray("sha256s", String.class, written(deliveries, null, each -> each.content()
                        .sha256()))
                .bindArray("sizes", Long.class, written(deliveries, null, each -> each.content()
                        .size()))
                .bindArray("contentTypes", String.class, written(deliveries, "", WrittenDocument::contentType))
                .bindArray("fileNames", String.class, written(deliveries, "", WrittenDocument::fileName))
                .bindArray("messageIds", String.class, written(deliveries, "", WrittenDocument::messageId))
                .bindArray("usages", String.class, written(deliveries, "", each -> each.envelope()
                        .map(SentEnvelope::usage)
                        .orElse("")))
                .bindArray("interchanges", String.class, written(deliveries, "", each -> each.envelope()
                        .map(SentEnvelope::interchangeControlNumber)
                        .orElse("")))
                .bindArray("groups", String.class, written(deliveries, "", each -> each.envelope()
                        .flatMap(SentEnvelope::groupControlNumber)
                        .orElse("")))
                .bindArray("profiles", String.class, writtenBy(deliveries, WrittenBy::profileVersion))
                .bindArray("mappings", String.class, writtenBy(deliveries, WrittenBy::mappingName))
                .bindArray("editions", String.class, writtenBy(deliveries, WrittenBy::mappingVersion))
                .bind("now", now)
                .map((row, context) -> new Way(row.getString("partner"), row.getString("wire")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Object[] writtenBy(List<NewDelivery> deliveries, Function<WrittenBy, Object> value) {
        return column(deliveries, each -> each.by().map(value).orElse(""));
    }

    private static Object[] column(List<NewDelivery> deliveries, Function<NewDelivery, Object> value) {
        return deliveries.stream().map(value).toArray();
    }

    private static Object[] written(
            List<NewDelivery> deliveries, Object without, Function<WrittenDocument, Object> value) {
        return column(deliveries, each -> each.written().map(value).orElse(without));
    }

    /**
     * Makes the receipt of an inbox row due, which is the row's answer. One that is on its way is left alone; one that
     * came to its end goes out once more, for its sender asks again.
     *
     * @param address where it is posted to
     * @param wire the queue it goes by
     * @param content the answer's body
     * @param deadline until when it is tried
     */
    public void addMdn(
            String partner, String wire, long inboxId, String address, KeptContent content, Instant deadline) {
        handle.createUpdate("""
                        insert into delivery (delivery_key, kind, partner, subscription, format, wire, inbox_id, state,
                            next_attempt_at, sha256, size, content, address, deadline, created_at, changed_at)
                        values ('MDN of inbox ' || :inboxId, 'MDN', :partner, 'MDN', 'MDN', :wire, :inboxId, 'WRITTEN',
                            :now, :sha256, :size, :content, :address, :deadline, :now, :now)
                        on conflict (delivery_key) do update set state = 'WRITTEN', attempts = 0, confirmation = '',
                            cause = null, last_error = '',
                            next_attempt_at = :now, address = :address, deadline = :deadline, changed_at = :now
                        where delivery.state in ('CONFIRMED', 'PARKED', 'DISMISSED')
                        """)
                .bind("partner", partner)
                .bind("wire", wire)
                .bind("inboxId", inboxId)
                .bind("sha256", content.sha256())
                .bind("size", content.size())
                .bind("content", content.column())
                .bind("address", address)
                .bind("deadline", deadline)
                .bind("now", now)
                .execute();
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
                                sent_sha256 = null, sent_content = null, deadline = null, message_id = :messageId, next_attempt_at = :now, changed_at = :now
                            where id = :id
                            """)
                    .bind("messageId", messageIds.get())
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
        }
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

    /** Those of the ways for which something is to be written or sent now. */
    public Set<Way> due(Collection<Way> open) {
        return handle.createQuery("""
                        select way.partner, way.wire from unnest(:partners, :wires) as way (partner, wire)
                        cross join lateral (select from delivery d
                            where d.partner = way.partner and d.wire = way.wire
                                and d.state in ('NEW', 'WRITTEN', 'SENT') and d.next_attempt_at <= :now limit 1) first
                        """)
                .bind("now", now)
                .bindArray(
                        "partners",
                        String.class,
                        open.stream().map(Way::partner).toArray())
                .bindArray("wires", String.class, open.stream().map(Way::wire).toArray())
                .map((row, context) -> new Way(row.getString("partner"), row.getString("wire")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
