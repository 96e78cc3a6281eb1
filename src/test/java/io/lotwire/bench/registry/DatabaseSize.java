package io.lotwire.bench.registry;

import io.lotwire.bench.Result.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** How large the tables of a database are, with what an event costs of each. */
final class DatabaseSize {
    private static final double BYTES_IN_MB = 1_000_000;

    /** So many of the largest tables are shown by themselves. */
    private static final int SHOWN = 6;

    private DatabaseSize() {}

    /** What is in a row. */
    static List<String> columns() {
        return List.of("MB of rows", "MB of indexes", "bytes an event");
    }

    /** The largest tables, the others together, and all. */
    static List<Row> rows(DataSource source, int events) throws SQLException {
        List<Row> rows = new ArrayList<>();
        double otherRows = 0;
        double otherIndexes = 0;
        double allRows = 0;
        double allIndexes = 0;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("""
                        select relname, pg_table_size(oid), pg_indexes_size(oid) from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                        order by pg_total_relation_size(oid) desc, relname
                        """)) {
            while (table.next()) {
                double inRows = table.getLong(2);
                double inIndexes = table.getLong(3);
                if (rows.size() < SHOWN) {
                    rows.add(row(table.getString(1), inRows, inIndexes, events));
                } else {
                    otherRows += inRows;
                    otherIndexes += inIndexes;
                }
                allRows += inRows;
                allIndexes += inIndexes;
            }
        }
        rows.add(row("others", otherRows, otherIndexes, events));
        rows.add(row("all", allRows, allIndexes, events));
        return rows;
    }

    private static Row row(String table, double inRows, double inIndexes, int events) {
        return new Row(table, List.of(inRows / BYTES_IN_MB, inIndexes / BYTES_IN_MB, (inRows + inIndexes) / events));
    }
}
