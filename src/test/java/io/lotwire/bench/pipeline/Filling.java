package io.lotwire.bench.pipeline;

import io.lotwire.bench.pipeline.LedgerTable.Column;
import io.lotwire.embedded.DatabaseAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fills the tables of the gateway's database with what many small files would have left there, while the gateway is idle:
 * all rows that some files really left, again and again under other keys, at random like real ones, so that indexes are as
 * deep and as scattered.
 */
final class Filling {
    /** Files with a single set whose rows are taken again. */
    private static final String FILES = """
            select inbox_id from public.transaction_set group by inbox_id having count(*) = 1
            order by inbox_id desc limit 200
            """;

    private static final String EVENTS = "lot_event";
    private static final String SAMPLE = "sample_of_";

    /** A number of this name is spread over all numbers. */
    private static final String HASH = "_hash";

    /** Lot events of a transaction. */
    private static final long AT_A_TIME = 200_000;

    /** Numbers that the gateway may have taken and not used yet are not met. */
    private static final long DISTANCE = 1_000_000;

    /** Of a text, hexadecimal: with fewer some would be the same by chance, which keys may not. */
    private static final int LEAST_DIGITS = 12;

    /** Contents are cut short: nobody reads them, and whole they would take as much disk as all else. */
    private static final int CONTENT_BYTES = 1_000;

    private final Connection connection;
    private final Consumer<String> progress;
    private final List<LedgerTable> tables;

    private Filling(Connection connection, Consumer<String> progress) throws SQLException {
        this.connection = connection;
        this.progress = progress;
        this.tables = LedgerTable.all(connection);
    }

    /** Returns when at least so many lot events are there, with all that belongs to them, and the tables are analysed. */
    static void upTo(long events, Scene scene) throws SQLException, IOException {
        DatabaseAddress address = scene.gateway().database();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            new Filling(connection, scene.progress()).fill(events);
        }
    }

    private void fill(long events) throws SQLException {
        for (LedgerTable table : tables) {
            execute("create temporary table " + SAMPLE + table.name() + " as " + table.rowsOf(FILES));
        }
        long there = number("select count(*) from public." + EVENTS);
        long each = number("select count(*) from " + SAMPLE + EVENTS);
        long copies = Math.max(0, events - there + each - 1) / each;
        long step = highestNumber() + DISTANCE;
        List<String> inserts = new ArrayList<>();
        for (LedgerTable table : tables) {
            inserts.add(insert(table, step));
        }
        List<String> indexes = dropIndexes();
        // Foreign keys hold as they do among the rows that are copied; looking would take longer than inserting.
        execute("set session_replication_role = replica");
        long some = Math.max(1, AT_A_TIME / each);
        for (long from = 1; from <= copies; from += some) {
            long to = Math.min(copies, from + some - 1);
            for (String insert : inserts) {
                execute(insert.formatted(from, to));
            }
            progress.accept("    " + (there + to * each) + " events there");
        }
        execute("set session_replication_role = default");
        for (String index : indexes) {
            execute(index);
        }
        for (LedgerTable table : tables) {
            goOnAfter(table);
            execute("vacuum (analyze) public." + table.name());
            execute("drop table " + SAMPLE + table.name());
        }
        execute("checkpoint");
        progress.accept("    indexes made, tables analysed");
    }

    private long highestNumber() throws SQLException {
        long highest = 0;
        for (LedgerTable table : tables) {
            for (Column column : counted(table)) {
                highest = Math.max(
                        highest,
                        number("select coalesce(max(" + column.quoted() + "), 0) from public." + table.name()));
            }
        }
        return highest;
    }

    /** An insert of the copies whose numbers are from the first to the second parameter of a format. */
    private String insert(LedgerTable table, long step) throws SQLException {
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            values.add(value(table, column, step));
        }
        return "insert into public." + table.name() + " (" + table.columnNames() + ") overriding system value select "
                + String.join(", ", values) + " from " + SAMPLE + table.name()
                + ", generate_series(cast(%d as bigint), cast(%d as bigint)) as copy";
    }

    /** The same value becomes the same other value in all tables, so that what belonged together still does. */
    private String value(LedgerTable table, Column column, long step) throws SQLException {
        String name = column.quoted();
        if (!column.key()) {
            return column.type().equals("bytea") ? "substring(" + name + " from 1 for " + CONTENT_BYTES + ")" : name;
        }
        String number = "copy * " + step;
        return switch (column.type()) {
            case "bigint" ->
                column.name().endsWith(HASH)
                        ? "hashtextextended(" + name + " || '.' || (" + number + "), 0)"
                        : name + " + " + number;
            case "uuid" -> "cast(md5(" + name + " || '.' || (" + number + ")) as uuid)";
            case "bytea" ->
                differs(table, column)
                        ? "substring(sha256(" + name + " || convert_to('.' || (" + number
                                + "), 'UTF8')) from 1 for length(" + name + "))"
                        : name;
            case "text" ->
                differs(table, column)
                        ? "case when " + name + " = '' then '' else left(encode(sha256(convert_to(" + name
                                + " || '.' || (" + number + "), 'UTF8')), 'hex'), greatest(length(" + name + "), "
                                + LEAST_DIGITS + ")) end"
                        : name;
            default -> name;
        };
    }

    /** A key of which most rows have a value of their own, such as a lot's code; not one such as a partner. */
    private boolean differs(LedgerTable table, Column column) throws SQLException {
        String filled = column.type().equals("text") ? "nullif(" + column.quoted() + ", '')" : column.quoted();
        return number("select cast(count(distinct " + filled + ") * 2 > count(" + filled + ") as int) from " + SAMPLE
                        + table.name())
                == 1;
    }

    /** Drops those that are no constraint's, which take much less time to make anew; answers how they are made. */
    private List<String> dropIndexes() throws SQLException {
        String names = tables.stream()
                .map(table -> "'public." + table.name() + "'::regclass")
                .collect(Collectors.joining(", "));
        List<String> made = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(
                        "select pg_get_indexdef(indexrelid), cast(cast(indexrelid as regclass) as text) from pg_index"
                                + " where indrelid in (" + names + ") and not exists"
                                + " (select from pg_constraint where conindid = indexrelid)");
                ResultSet found = question.executeQuery()) {
            while (found.next()) {
                made.add(found.getString(1));
                dropped.add("drop index " + found.getString(2));
            }
        }
        for (String drop : dropped) {
            execute(drop);
        }
        return made;
    }

    /** The database goes on counting after what is there now. */
    private void goOnAfter(LedgerTable table) throws SQLException {
        for (Column column : counted(table)) {
            execute("select setval(pg_get_serial_sequence('public." + table.name() + "', '" + column.name()
                    + "'), (select max(" + column.quoted() + ") from public." + table.name() + "))");
        }
    }

    private static List<Column> counted(LedgerTable table) {
        return table.columns().stream().filter(Column::counted).toList();
    }

    private long number(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
