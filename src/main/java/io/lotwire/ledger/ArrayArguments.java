package io.lotwire.ledger;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Arrays as parameters, a column of a statement's rows each. Jdbi hands the driver arrays of objects, which it writes as
 * text with a backslash before each quote of a lot event's JSON; those of the element's type travel as bytes.
 */
final class ArrayArguments implements ArgumentFactory {
    private static final Map<Type, Column> COLUMNS = Map.of(
            String[].class, new Column("text", String[].class),
            Long[].class, new Column("int8", Long[].class),
            Integer[].class, new Column("int4", Integer[].class),
            byte[][].class, new Column("bytea", byte[][].class));

    private record Column(String sqlType, Class<? extends Object[]> array) {}

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        Column column = COLUMNS.get(type);
        if (column == null || !(value instanceof Object[] elements)) {
            return Optional.empty();
        }
        Object[] typed = Arrays.copyOf(elements, elements.length, column.array());
        return Optional.of((position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(column.sqlType(), typed)));
    }
}
