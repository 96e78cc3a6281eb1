package io.lotwire.as2;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mime.MimeHeaders;
import io.lotwire.as2.refusal.As2Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A farm that sends and a hub that receives, with their keys, seen from both sides. */
public final class TwoPartners {
    public static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    public static final KeyAndCertificate FARM = key("Green Valley Farm");
    public static final KeyAndCertificate HUB = key("Hub");
    static final KeyAndCertificate STRANGER = key("Green Valley Farm");
    static final Set<Allowance> ALL = Set.of(Allowance.values());

    /** Text that does not compress away, with CRLF, bare LF, and lines that look like boundaries. */
    static final byte[] PAYLOAD = payload(20_000);

    private TwoPartners() {}

    static KeyAndCertificate key(String name) {
        return KeyMaker.make(name, NOW.minus(Duration.ofDays(1)), Duration.ofDays(365));
    }

    static As2Agreement farmSide(SendingRules sending) {
        return agreement("Green Valley Farm", "HUB", FARM, HUB.certificate(), sending, AcceptanceRules.standard());
    }

    static As2Agreement hubSide(Set<Allowance> allowances) {
        return agreement(
                "HUB",
                "Green Valley Farm",
                HUB,
                FARM.certificate(),
                SendingRules.standard(),
                AcceptanceRules.standard().allowing(allowances));
    }

    static As2Agreement agreement(
            String ours,
            String theirs,
            KeyAndCertificate key,
            X509Certificate certificate,
            SendingRules sending,
            AcceptanceRules acceptance) {
        return new As2Agreement(ours, theirs, List.of(key), List.of(certificate), sending, acceptance);
    }

    static As2Sender sender() {
        return new As2Sender(HttpSender.standard(), Duration.ofSeconds(30), CLOCK);
    }

    static As2Receiver receiver(Path spool) {
        return new As2Receiver(spool, As2Limits.standard(), CLOCK);
    }

    static Received deliver(OutgoingMessage message, As2Agreement hub, Path spool) throws IOException {
        try (InputStream body = message.body().open()) {
            return receiver(spool).receive(http(message.headers()), body, only(hub));
        }
    }

    static Received deliver(Map<String, String> headers, byte[] body, As2Agreement hub, Path spool) throws IOException {
        return receiver(spool).receive(http(headers), new java.io.ByteArrayInputStream(body), only(hub));
    }

    static java.util.function.Function<As2Ids, Optional<As2Agreement>> only(As2Agreement agreement) {
        return ids -> Optional.of(agreement).filter(known -> known.incoming().equals(ids));
    }

    static Map<String, List<String>> http(Map<String, String> headers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        headers.forEach((name, value) -> map.put(name, List.of(value)));
        return map;
    }

    static Optional<Mdn> mdn(HttpAnswer answer, As2Agreement farm) {
        return MdnReader.read(MimeHeaders.ofHttp(http(answer.headers())), answer.body(), farm, NOW);
    }

    static Path file(Path folder, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "payload", ".edi"), content);
    }

    static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    static byte[] payload(int lines) {
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < lines; i++) {
            text.append(Long.toString(random.nextLong(), 36)).append(i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n" : "~");
            if (i % 100 == 0) {
                text.append("\r\n--signed-\r\n--\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
