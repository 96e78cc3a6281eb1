package io.lotwire.embedded;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url JDBC URL without user and password
 * @param user role name
 * @param password its password; never printed
 */
public record DatabaseAddress(String url, String user, String password) {

    /** A data source that opens a connection each time: enough for a command, too slow for a server. */
    public DataSource unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        // A command asks little, and the same again and again: planned the first time, not from the sixth on.
        source.setPrepareThreshold(1);
        return source;
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
