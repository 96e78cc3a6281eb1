package io.lotwire.ledger;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Arrays as parameters, a column of a statement's rows each. Jdbi hands the driver arrays of objects, which it writes as
 * text with a backslash before each quote of a lot event's JSON; those of the element's type travel as bytes. Prepared, as
 * Jdbi's own factory is, which would be asked first otherwise.
 */
final class ArrayArguments implements ArgumentFactory.Preparable {
    private static final Map<Type, Column> COLUMNS = Map.of(
            String[].class, new Column("text", String[].class),
            Long[].class, new Column("int8", Long[].class),
            Integer[].class, new Column("int4", Integer[].class),
            Boolean[].class, new Column("bool", Boolean[].class),
            byte[][].class, new Column("bytea", byte[][].class));

    private record Column(String sqlType, Class<? extends Object[]> array) {
        Argument of(Object value) {
            Object[] elements = (Object[]) value;
            Object[] typed = Arrays.copyOf(elements, elements.length, array);
            return (position, statement, context) ->
                    statement.setArray(position, statement.getConnection().createArrayOf(sqlType, typed));
        }
    }

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return Optional.ofNullable(COLUMNS.get(type)).map(column -> column::of);
    }
}
