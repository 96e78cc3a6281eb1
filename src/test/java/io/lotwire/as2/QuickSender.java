package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mime.MimeHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends messages with little work of its own, so that it does not slow down the receiver that is measured beside it. */
public final class QuickSender {
    private final int timeoutMillis;

    /** A sender that waits for an answer so long at most. */
    public QuickSender(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    /** What a message was answered with, not yet looked at. */
    public record Answered(OutgoingMessage message, int status, Map<String, List<String>> headers, Octets body) {
        /** Checks the MDN in full, signature and MIC. */
        public Sent judged(As2Agreement agreement) {
            Optional<Mdn> mdn = MdnReader.read(MimeHeaders.ofHttp(headers), body, agreement, Instant.now());
            return mdn.isPresent()
                    ? MdnVerdict.of(message, mdn.get())
                    : new Sent.NotConfirmed(NotConfirmedReason.NOT_AN_MDN, "HTTP " + status, mdn);
        }
    }

    /** Posts a message; connections are used again where the server lets them be. */
    public Answered post(OutgoingMessage message, URI to) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) to.toURL().openConnection();
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(message.body().size());
        message.headers().forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            message.body().writeTo(out);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            return new Answered(
                    message,
                    status,
                    connection.getHeaderFields(),
                    in == null ? Octets.EMPTY : Octets.of(in.readAllBytes()));
        }
    }
}
