package io.lotwire.bench.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that the gateway has stored.
 *
 * @param columns names of the columns
 * @param values of each row
 */
record StoredRows(List<String> columns, List<Object[]> values) {

    /** Rows of a table, the last ones first. */
    static StoredRows last(Connection connection, String table, String order, int most) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select * from public." + table + " order by " + order + " desc limit " + most)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                columns.add(found.getMetaData().getColumnName(i));
            }
            List<Object[]> values = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                values.add(row);
            }
            return new StoredRows(columns, values);
        }
    }

    /**
     * Sets the parameters of an insert to those of a row.
     *
     * @param number of the insert; rows are taken again and again
     * @param counted the columns whose values must differ: the number takes the place of a number, and follows a text
     */
    void set(PreparedStatement insert, int number, List<String> counted) throws SQLException {
        Object[] row = values.get(number % values.size());
        for (int i = 0; i < row.length; i++) {
            boolean count = counted.contains(columns.get(i));
            Object value = count && row[i] instanceof Long ? Long.valueOf(number + 1L) : row[i];
            insert.setObject(i + 1, count && row[i] instanceof String ? row[i] + "-" + number : value);
        }
    }
}
