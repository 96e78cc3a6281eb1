package io.lotwire.ledger;

import java.util.Map;
import org.jdbi.v3.core.generic.GenericType;

/** How many rows of the ledger are in each state. */
public final class LedgerCounts {
    private LedgerCounts() {}

    /** Of the rows of a table, by state; states without rows are left out. */
    public static Map<String, Long> of(LedgerTransaction tx, String table) {
        return tx.handle()
                .createQuery("select state, count(*) as rows from " + table + " group by state")
                .setMapKeyColumn("state")
                .setMapValueColumn("rows")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }
}
