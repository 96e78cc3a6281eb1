package io.lotwire.retention;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What must be kept at a moment, whatever its retention: by legal holds; documents of lots that are held, recalled or were too
 * warm or too cold; and everything while a regulator waits for records.
 */
final class Held {
    /** Changes when there is another hold. */
    private static final String STATE = """
            select concat_ws('/',
                (select count(*) || '-' || coalesce(max(id), 0) from legal_hold where until is null),
                (select count(*) || '-' || coalesce(max(id), 0) from lot_status where until is null),
                (select count(*) from compliance_request where closed_at is null))
            """;

    private static final String EVERYTHING = """
            select why from (
                select 1, id, 'legal hold ' || id from legal_hold where until is null and partner = '' and lot_id is null
                union all
                select 2, id, 'the request ' || id || ' of ' || asked_by || ' is open'
                from compliance_request where closed_at is null) one (rank, id, why)
            order by rank, id limit 1
            """;

    /** What tells of these lots, of the units that they were on, and of the units that these were on. */
    private static final String DOCUMENTS = """
            with recursive held as (
                    select lot_id from legal_hold where until is null and lot_id is not null
                    union select lot_id from lot_status where until is null),
                told as (
                    select s.occasion_id, s.sscc, s.parent_sscc from step s join held on held.lot_id = s.lot_id
                    union all
                    select s.occasion_id, s.sscc, s.parent_sscc
                    from held join lot on lot.id = held.lot_id
                        join step s on s.lot_id is null and s.lot_code is not null and s.lot_code = lot.code),
                unit as (
                    select sscc from told where sscc is not null
                    union select parent_sscc from told where parent_sscc is not null
                    union select s.parent_sscc from unit join step s on s.sscc = unit.sscc where s.parent_sscc is not null),
                occasions as (
                    select occasion_id from told
                    union select s.occasion_id from unit join step s on s.sscc = unit.sscc
                    union select s.occasion_id from unit join step s on s.parent_sscc = unit.sscc)
            select distinct sets.inbox_id
            from occasions join occasion o on o.id = occasions.occasion_id join transaction_set sets on sets.id = o.set_id
            """;

    /** Before it was asked. */
    static final Held UNKNOWN = new Held("", Optional.empty(), Set.of(), Set.of());

    private final String state;
    private final Optional<String> everything;
    private final Set<String> partners;
    private final Set<Long> documents;

    private Held(String state, Optional<String> everything, Set<String> partners, Set<Long> documents) {
        this.state = state;
        this.everything = everything;
        this.partners = partners;
        this.documents = documents;
    }

    /** What is held now. */
    static Held now(Handle handle) {
        return new Held(
                state(handle),
                handle.createQuery(EVERYTHING).mapTo(String.class).findOne(),
                handle.createQuery("select distinct partner from legal_hold where until is null and partner <> ''")
                        .mapTo(String.class)
                        .collect(Collectors.toSet()),
                handle.createQuery(DOCUMENTS).mapTo(Long.class).collect(Collectors.toSet()));
    }

    /** The same while there is no other hold, so that not all of it is asked again for each portion of the work. */
    Held orNow(Handle handle) {
        return state(handle).equals(state) ? this : now(handle);
    }

    private static String state(Handle handle) {
        return handle.createQuery(STATE).mapTo(String.class).one();
    }

    /** Why everything is kept; empty when it is not. */
    Optional<String> everything() {
        return everything;
    }

    /** Whether something must be kept. */
    boolean contains(KeptBytes.Row row) {
        return partners.contains(row.partner()) || partners.contains(row.sender()) || documents.contains(row.inboxId());
    }

    /** Partners of whom all must be kept, what they sent and what they got. */
    Set<String> partners() {
        return partners;
    }

    /** What came in and must be kept with all that was made of it, by number; what only {@link #partners} holds is left out. */
    Set<Long> documents() {
        return documents;
    }
}
