package io.lotwire.bench.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table in which files leave rows, as the gateway's database has it now: which tables there are, and which columns, is
 * asked, not known.
 *
 * @param name its name, in the schema {@code public}
 * @param columns those that rows are inserted with, in order
 */
record LedgerTable(String name, List<Column> columns) {
    private static final String EVENTS_OF = "select event_id from public.lot_event"
            + " where set_id in (select id from public.transaction_set where inbox_id in (%s))";

    /** By which column a row belongs to a file, the surest first, and which values it has then. */
    private static final Map<String, String> BELONGS = belongs();

    private static final String COLUMNS = """
            select column_name, data_type,
                is_identity = 'YES' or coalesce(column_default, '') like 'nextval%' as counted,
                column_name ~ '(^|_)id$'
                    or exists (select from pg_indexes where schemaname = table_schema and tablename = table_name
                        and indexdef ~ ('\\m' || column_name || '\\M'))
                    or exists (select from pg_constraint
                        join pg_attribute on attrelid = conrelid and attnum = any (conkey)
                        where contype = 'f' and conrelid = cast('public.' || table_name as regclass)
                            and attname = column_name) as key
            from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
            order by ordinal_position
            """;

    /**
     * A column.
     *
     * @param name its name
     * @param type its type, as {@code information_schema} calls it
     * @param counted whether the database counts its values
     * @param key whether it names its row or another one: rows are found by it
     */
    record Column(String name, String type, boolean counted, boolean key) {
        /** Its name in SQL. */
        String quoted() {
            return '"' + name + '"';
        }
    }

    private static Map<String, String> belongs() {
        Map<String, String> belongs = new LinkedHashMap<>();
        belongs.put("inbox_id", "%s");
        belongs.put("set_id", "select id from public.transaction_set where inbox_id in (%s)");
        belongs.put("delivery_id", "select id from public.delivery where inbox_id in (%s)");
        belongs.put("lot_id", "select id from public.lot where first_event_id in (" + EVENTS_OF + ")");
        belongs.put("first_event_id", EVENTS_OF);
        belongs.put("event_id", EVENTS_OF);
        return belongs;
    }

    LedgerTable {
        columns = List.copyOf(columns);
    }

    /** All that have rows of files: the inbox, and those with a column by which a row belongs to one. */
    static List<LedgerTable> all(Connection connection) throws SQLException {
        List<LedgerTable> tables = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'p') and not relispartition order by relname");
                ResultSet found = question.executeQuery()) {
            while (found.next()) {
                LedgerTable table = named(connection, found.getString(1));
                if (table.belonging().isPresent()) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** A table by its name. */
    static LedgerTable named(Connection connection, String name) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(COLUMNS)) {
            question.setString(1, name);
            try (ResultSet found = question.executeQuery()) {
                List<Column> columns = new ArrayList<>();
                while (found.next()) {
                    columns.add(new Column(
                            found.getString(1), found.getString(2), found.getBoolean(3), found.getBoolean(4)));
                }
                return new LedgerTable(name, columns);
            }
        }
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    /** The names of its columns, with commas between them. */
    String columnNames() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /**
     * A query for the rows that files have left in it.
     *
     * @param files an SQL list of their numbers in the inbox, or a query for them
     */
    String rowsOf(String files) {
        String condition = belonging().orElseThrow().replace("%s", files);
        return "select " + columnNames() + " from public." + name + " where " + condition;
    }

    private Optional<String> belonging() {
        return name.equals("inbox")
                ? Optional.of("id in (%s)")
                : BELONGS.entrySet().stream()
                        .filter(column -> has(column.getKey()))
                        .map(column -> column.getKey() + " in (" + column.getValue() + ")")
                        .findFirst();
    }
}
