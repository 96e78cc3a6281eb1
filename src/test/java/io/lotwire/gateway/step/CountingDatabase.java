package io.lotwire.gateway.step;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real database that counts what it is asked: statements that go to the server, and commits. */
public final class CountingDatabase {
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final DataSource source;

    public CountingDatabase(DataSource real) {
        this.source = proxy(DataSource.class, real);
    }

    public DataSource source() {
        return source;
    }

    /** What it was asked since the last time. */
    public Asked asked() {
        return new Asked(statements.getAndSet(0), commits.getAndSet(0));
    }

    public record Asked(int statements, int commits) {}

    private <T> T proxy(Class<T> type, Object real) {
        InvocationHandler counting = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.incrementAndGet();
            } else if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            try {
                return counted(method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, counting));
    }

    private Object counted(Object made) {
        if (made instanceof Connection) {
            return proxy(Connection.class, made);
        }
        if (made instanceof PreparedStatement && !(made instanceof CallableStatement)) {
            return proxy(PreparedStatement.class, made);
        }
        return made instanceof Statement && !(made instanceof PreparedStatement) ? proxy(Statement.class, made) : made;
    }
}
