package io.lotwire.bench.pipeline;

import io.lotwire.bench.pipeline.LedgerTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Rows that the gateway has stored, to be inserted elsewhere under keys of their own. */
final class StoredRows {
    private static final int MOST = 1000;
    private static final int FILES = 200;
    private static final long SEED = 1;
    /** Numbers of 18 digits, as SSCCs are. */
    private static final long MOST_NUMBER = 1_000_000_000_000_000_000L;

    private final List<Column> columns;
    private final List<Object[]> rows;
    /** Whether each column gets another value each time. */
    private final boolean[] renewed;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private StoredRows(List<Column> columns, List<Object[]> rows) {
        this.columns = columns;
        this.rows = rows;
        this.renewed = new boolean[columns.size()];
        for (int i = 0; i < renewed.length; i++) {
            renewed[i] = columns.get(i).key() && differs(i);
        }
    }

    /** Rows of a table that the last files have left. */
    static StoredRows last(Connection connection, LedgerTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        table.rowsOf("select id from public.inbox order by id desc limit " + FILES) + " limit "
                                + MOST)) {
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[table.columns().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
            return new StoredRows(table.columns(), rows);
        }
    }

    /** A key of which most rows have a value of their own, such as a lot's code; not one such as a partner. */
    private boolean differs(int column) {
        long values = rows.stream()
                .map(row -> row[column])
                .filter(value -> value != null && !value.equals(""))
                .distinct()
                .count();
        return values * 2 > rows.size();
    }

    /**
     * Sets the parameters of an insert to those of a row; rows are taken again and again.
     *
     * @param number of the insert: what the database counts is this
     */
    void set(PreparedStatement insert, int number) throws SQLException {
        Object[] row = rows.get(number % rows.size());
        for (int i = 0; i < row.length; i++) {
            insert.setObject(
                    i + 1,
                    columns.get(i).counted() ? Long.valueOf(number + 1L) : renewed[i] ? another(i, row[i]) : row[i]);
        }
    }

    /** Another value of the same kind and length; a number that refers to another table stays. */
    private Object another(int column, Object value) {
        if (value instanceof Long && !columns.get(column).name().endsWith("_id")) {
            return random.nextLong(MOST_NUMBER);
        }
        if (value instanceof String text) {
            return HexFormat.of().formatHex(bytes(text.length() / 2 + 1)).substring(0, text.length());
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes.length);
        }
        return value instanceof UUID ? new UUID(random.nextLong(), random.nextLong()) : value;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
