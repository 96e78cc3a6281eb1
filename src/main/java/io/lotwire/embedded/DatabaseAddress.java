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

    /**
     * What each session of ours wants: our questions are answered in milliseconds, and the database's estimates of large tables would have
     * it start worker processes for them, or compile them, each of which takes longer than the answer.
     */
    private static final String OPTIONS = "options=-c%20max_parallel_workers_per_gather=0%20-c%20jit=off";

    /** The URL with what each session is to have; options that stand in it already are left as they are. */
    public String sessionUrl() {
        return url.contains("options=") ? url : url + (url.contains("?") ? "&" : "?") + OPTIONS;
    }

    /** A data source that opens a connection each time: enough for a command, too slow for a server. */
    public DataSource unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(sessionUrl());
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
