package io.lotwire.compliance.sheet;

import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Shipments in great numbers, and a process that writes their spreadsheet with little memory. */
final class ManyEvents {
    private ManyEvents() {}

    /** Stores the one event of a ledger again, so often, each with a lot of its own. */
    static void add(FoodLedger food, int count) {
        add(food, 1, count);
    }

    /** Stores the first event of a ledger again, so often, each with a lot of its own, numbered from a number on. */
    static void add(FoodLedger food, int first, int count) {
        food.ledger().useTransaction(tx -> tx.handle()
                .createUpdate("""
                        with first as (
                            select e.document_hash, e.set_id, e.event, t.occasion_id, t.quantity, t.unit
                            from lot_event e join step t on t.seq = e.seq order by e.seq limit 1),
                        stored as (
                            insert into lot_event (document_hash, event_id, set_id, stored_at, event)
                            select document_hash, sha256(cast(cast(n as text) as bytea)), set_id, now(),
                                replace(event, '"code":"R1"', '"code":"R1-' || n || '"')
                            from first, generate_series(:first, :first + :count - 1) n
                            returning seq)
                        insert into step (seq, occasion_id, lot_code, quantity, unit)
                        select seq, occasion_id, 'many', quantity, unit from first, stored
                        """)
                .bind("first", first)
                .bind("count", count)
                .execute());
    }

    /** Writes the spreadsheet of a database: its URL, user and password, and the file. */
    public static void main(String[] arguments) throws IOException {
        DatabaseAddress database = new DatabaseAddress(arguments[0], arguments[1], arguments[2]);
        Ledger ledger = new Ledger(database.unpooled(), Clock.systemUTC());
        long began = System.nanoTime();
        Summary summary = ledger.<Summary, IOException>inTransaction(
                tx -> new SpreadsheetFile(Path.of(arguments[3]), SpreadsheetFile.Format.XLSX)
                        .writeFda(
                                new Statements(tx, Selection.ALL, Terms.USUAL),
                                new About(Selection.ALL, Clock.systemUTC().instant(), "Lotwire under test")));
        System.out.println(summary.events() + " rows, " + summary.gaps() + " gaps, "
                + (System.nanoTime() - began) / 1_000_000 + " ms");
    }
}
