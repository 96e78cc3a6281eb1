package io.lotwire.wire.as2;

import io.lotwire.wire.as2.Visitors.Visitor;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a request says before its body.
 *
 * @param headers in order
 * @param visitor what it shows of its sender
 */
record RequestHead(Map<String, List<String>> headers, Visitor visitor) {
    private static final int IPV6_NETWORK_BYTES = 8;

    /** That of a request. An address that is no number is looked up, which takes its time. */
    static RequestHead of(HttpServerRequest request) {
        return new RequestHead(headers(request), visitor(request));
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.computeIfAbsent(name, first -> new ArrayList<>(1))
                .add(value));
        return headers;
    }

    private static Visitor visitor(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        String address = request.remoteAddress().hostAddress();
        return new Visitor(
                authorization == null ? "" : authorization,
                certificate(request.connection().sslSession()),
                address,
                network(address));
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
        } catch (UnknownHostException notNumeric) {
            return address;
        }
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
        if (session == null) {
            return Optional.empty();
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException noneShown) {
            return Optional.empty();
        }
    }
}
