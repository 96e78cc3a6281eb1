package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.embedded.DatabaseAddress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The driver writes arrays as bytes when it is given them with the type of their elements, and else as text. */
class ArrayArgumentsTest {
    private final List<Class<?>> given = new ArrayList<>();

    @Test
    void columnsReachTheDriverWithTheTypeOfTheirElements() throws SQLException {
        DatabaseAddress database = TestDatabase.fresh();
        Jdbi jdbi =
                Jdbi.create(() -> watched(database.unpooled().getConnection())).registerArgument(new ArrayArguments());

        String row = jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', text, big, small, encode(bytes, 'hex'))"
                                + " from unnest(:texts, :bigs, :smalls, :bytes) as row (text, big, small, bytes)")
                        .bindArray("texts", String.class, new Object[] {"\"a\\b\""})
                        .bindArray("bigs", Long.class, new Object[] {1L})
                        .bindArray("smalls", Integer.class, new Object[] {2})
                        .bindArray("bytes", byte[].class, new Object[] {new byte[] {0x7f}})
                        .mapTo(String.class)
                        .one());

        assertThat(row).isEqualTo("\"a\\b\" 1 2 7f");
        assertThat(given).containsExactly(String[].class, Long[].class, Integer[].class, byte[][].class);
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        return statement(proxy, method.invoke(connection, arguments));
                    }
                    if (method.getName().equals("createArrayOf")) {
                        given.add(arguments[1].getClass());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A statement that says that its connection is the watched one. */
    private static Object statement(Object connection, Object statement) {
        return Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection;
                    }
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
