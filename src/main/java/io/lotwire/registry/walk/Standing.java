package io.lotwire.registry.walk;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Steps that stand: not those of documents that later ones of the same number cancelled or replaced. */
public final class Standing {
    /** Whether another transaction set cancels or replaces the set {@code s}, which came with {@code i}. */
    private static final String REVOKED = """
            exists (
                select from transaction_set r join inbox j on j.id = r.inbox_id
                where r.document_number = s.document_number and r.document = s.document and j.partner = i.partner
                    and r.state = 'TRANSLATED'
                    and (r.purpose = 'cancel' and (r.inbox_id, r.ordinal) >= (s.inbox_id, s.ordinal)
                        or r.purpose = 'replace' and (r.inbox_id, r.ordinal) > (s.inbox_id, s.ordinal)))
            """;

    /** Sets are looked up one by one: {@code offset 0} keeps the database from reading all of them where it expects many. */
    private static final String QUERY = """
            with found as (%s),
                standing as materialized (
                    select s.id
                    from (select distinct set_id from found) named
                        cross join lateral (select * from transaction_set where id = named.set_id offset 0) s
                        cross join lateral (select partner from inbox where id = s.inbox_id offset 0) i
                    where s.document_number = '' or not <revoked>)
            select found.* from found join standing on standing.id = found.set_id
            """.replace("<revoked>", REVOKED);

    private Standing() {}

    /**
     * A query for those that stand among what another query finds; its cost is that of what is found.
     *
     * @param found the other query: SQL whose rows have a {@code set_id}, the transaction set that tells of the step
     */
    public static String of(String found) {
        return QUERY.formatted(found);
    }

    /** Those of some transaction sets that do not stand. */
    static Set<Long> revoked(Handle handle, Collection<Long> sets) {
        return handle
                .createQuery("select s.id from transaction_set s join inbox i on i.id = s.inbox_id"
                        + " where s.id = any(:sets) and s.document_number <> '' and " + REVOKED)
                .bindArray("sets", Long.class, sets.toArray())
                .mapTo(Long.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
