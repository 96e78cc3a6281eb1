package io.lotwire.wire.as2;

import java.util.Properties;

/**
 * How Java's HTTP client keeps connections to partners. It reads this once, so it must be said before the first request;
 * what was said with {@code -D} stands. How many it keeps ({@code jdk.httpclient.connectionPoolSize}) is not limited: they
 * are as many as were under way at a time.
 */
public final class KeptConnections {
    /** Firewalls forget a connection that nobody uses after minutes; Java 17 would use it again after 20 of them. */
    private static final String IDLE_SECONDS = "30";

    private KeptConnections() {}

    /** Says it for this process. */
    public static void configure() {
        Properties process = System.getProperties();
        process.putIfAbsent("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
        // A server may close a connection at the moment in which it is used again. Then the client sends what it would
        // send again later anyway: the same message under the same Message-ID.
        process.putIfAbsent("jdk.httpclient.enableAllMethodRetry", "true");
    }
}
