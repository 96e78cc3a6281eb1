package io.lotwire.registry.walk;

/** Steps that stand: not those of documents that later ones of the same number cancelled or replaced. */
public final class Standing {
    private static final String QUERY = """
            with found as (%s),
                standing as (
                    select s.id
                    from (select distinct set_id from found) named
                        join transaction_set s on s.id = named.set_id join inbox i on i.id = s.inbox_id
                    where s.document_number = '' or not exists (
                        select from transaction_set r join inbox j on j.id = r.inbox_id
                        where r.document_number = s.document_number and r.document = s.document and j.partner = i.partner
                            and r.state = 'TRANSLATED'
                            and (r.purpose = 'cancel' and (r.inbox_id, r.ordinal) >= (s.inbox_id, s.ordinal)
                                or r.purpose = 'replace' and (r.inbox_id, r.ordinal) > (s.inbox_id, s.ordinal))))
            select found.* from found join standing on standing.id = found.set_id
            """;

    private Standing() {}

    /**
     * A query for those that stand among what another query finds; its cost is that of what is found.
     *
     * @param found the other query: SQL whose rows have a {@code set_id}, the transaction set that tells of the step
     */
    public static String of(String found) {
        return QUERY.formatted(found);
    }
}
