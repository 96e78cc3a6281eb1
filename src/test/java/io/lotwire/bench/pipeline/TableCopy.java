package io.lotwire.bench.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An empty table with the columns, constraints, indexes and foreign keys of one of the gateway's, in a schema of its own,
 * which goes with it.
 */
final class TableCopy implements AutoCloseable {
    private final Connection connection;
    private final LedgerTable table;

    TableCopy(Connection connection, LedgerTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        execute("create schema if not exists bench");
        execute("create table " + name() + " (like public." + table.name() + " including all)");
        for (String foreignKey : foreignKeys()) {
            execute("alter table " + name() + " add " + foreignKey);
        }
    }

    /** Its name with its schema. */
    String name() {
        return "bench." + table.name();
    }

    /** Its columns, with commas between them. */
    String columnNames() {
        return table.columnNames();
    }

    /** An insert of all columns into it, each a parameter; columns that the database counts take theirs too. */
    String insert() {
        return "insert into " + name() + " (" + table.columnNames() + ") overriding system value values ("
                + table.columns().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    void truncate() throws SQLException {
        execute("truncate " + name());
    }

    private List<String> foreignKeys() throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select pg_get_constraintdef(oid) from pg_constraint where contype = 'f'"
                        + " and conrelid = cast(? as regclass)")) {
            question.setString(1, "public." + table.name());
            try (ResultSet found = question.executeQuery()) {
                List<String> keys = new ArrayList<>();
                while (found.next()) {
                    keys.add(found.getString(1));
                }
                return keys;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table " + name());
    }
}
