package io.lotwire.as2.http;

import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests by HTTP/1.1 over connections that are kept for the next ones. It follows no redirects, repeats nothing but
 * what a kept connection failed to take, and knows no cookies. Proxies are those of Java's system properties. Safe for use
 * by many threads; has nothing to close, for connections that nobody uses are closed after a while.
 */
public final class HttpSender {
    /** Firewalls forget a connection that nobody uses after minutes. */
    static final Duration KEPT = Duration.ofSeconds(30);

    /** One that rested so long is looked at before it is used: in this time a server that stops has closed it. */
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofSeconds(1);

    /** Callers have so many requests under way as they agreed with the partner; each gets a connection. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** The head of an answer is a few hundred bytes: a server cannot fill our memory with a larger one. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final Duration connectTimeout;

    /** @param tls says which servers are trusted and which key we show; host names are checked unless it trusts without */
    public HttpSender(SSLContext tls) {
        this(tls, CONNECT_TIMEOUT);
    }

    /**
     * The same with another patience.
     *
     * @param connectTimeout within which a connection must be there
     */
    public HttpSender(SSLContext tls, Duration connectTimeout) {
        this(tls, connectTimeout, address -> true);
    }

    /**
     * The same for some addresses alone: what a name stands for is looked at when it is connected to, so that it cannot stand
     * for something else by then.
     *
     * @param allowed to which IP addresses it may connect; a host that has another one is not connected to
     */
    public HttpSender(SSLContext tls, Duration connectTimeout, Predicate<InetAddress> allowed) {
        this.connectTimeout = connectTimeout;
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AllowedAddresses(allowed))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls, HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE))
                .setConnectionFactory(unbound -> new QuietConnection(HEAD))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .setMaxConnPerRoute(NO_LIMIT)
                .setMaxConnTotal(NO_LIMIT)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setRequestExecutor(new ConnectionUse())
                .setRoutePlanner(new SystemDefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionKeepAlive(TimeValue.of(KEPT))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Lotwire")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    /** One that trusts the servers that Java trusts, under their names, and shows no key. */
    public static HttpSender standard() {
        try {
            return new HttpSender(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no TLS", e);
        }
    }

    /**
     * An exchange that is still to be run. Its time begins now.
     *
     * @param timeout for all of it: connection, sending, and the full answer
     */
    public Exchange exchange(Request request, Duration timeout) {
        return new Exchange(this, request, timeout);
    }

    ClassicHttpResponse execute(HttpUriRequestBase request) throws IOException {
        return client.executeOpen(null, request, null);
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    void closeIdle() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    PoolingHttpClientConnectionManager connections() {
        return connections;
    }
}
