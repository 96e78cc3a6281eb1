package io.lotwire.ledger;

import org.jdbi.v3.core.Handle;

/** Rows of a database of an earlier version, for tests of migrations. */
public final class EarlierRows {
    private EarlierRows() {}

    /** A translated transaction set, number 1, in an interchange of a file, of which each is number 1, too. */
    public static void insertSet(Handle handle) {
        handle.execute("""
                insert into inbox (partner, wire, message_id, file_name, sha256, size, state, received_at, changed_at)
                values ('green-valley-farm', 'as2', 'm', 'a.edi', repeat('f', 64), 10, 'TRANSLATED', now(), now())
                """);
        handle.execute("""
                insert into interchange (inbox_id, partner, sender_qualifier, sender_id, receiver_qualifier, receiver_id,
                    control_number, usage, sha256, seen_at)
                values (1, 'green-valley-farm', 'ZZ', 'A', 'ZZ', 'B', '1', 'P', 'f', now())
                """);
        handle.execute("""
                insert into transaction_set (inbox_id, interchange_id, ordinal, document, version, group_control_number,
                    set_control_number, document_number, purpose, state)
                values (1, 1, 1, '856', '004010', '1', '0001', 'ASN-1', 'original', 'TRANSLATED')
                """);
    }
}
