package io.lotwire.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class As2StationTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final KeyAndCertificate FARM = key("Farm");
    private static final KeyAndCertificate RETAILER = key("Retailer");
    private static final KeyAndCertificate STRANGER = key("Retailer");

    @TempDir
    Path folder;

    private As2Station farm;
    private As2Station retailer;

    @BeforeEach
    void start() throws Exception {
        farm = As2Station.start(agreement("farm", "retailer", FARM, RETAILER), folder.resolve("farm"), 0, CLOCK);
        retailer =
                As2Station.start(agreement("retailer", "farm", RETAILER, FARM), folder.resolve("retailer"), 0, CLOCK);
    }

    @AfterEach
    void stop() {
        farm.close();
        retailer.close();
    }

    @Test
    void aDocumentArrivesToTheByteAndItsDeliveryIsConfirmed() throws Exception {
        Sent sent = farm.send(document("ISA*00*...~\r\nIEA~"), retailer.url());

        assertThat(sent).isInstanceOf(Sent.Confirmed.class);
        assertThat(retailer.deliveries()).hasSize(1);
        assertThat(retailer.deliveries().get(0).file()).hasContent("ISA*00*...~\r\nIEA~");
        assertThat(retailer.deliveries().get(0).fileName()).isEqualTo("asn.edi");
    }

    @Test
    void aMessageSentAgainGetsTheFirstMdnByteForByteAndMakesNoSecondDelivery() throws Exception {
        OutgoingMessage message = farm.prepare(document("once"));

        Sent.Confirmed first = (Sent.Confirmed) farm.send(message, retailer.url());
        Sent.Confirmed again = (Sent.Confirmed) farm.send(message, retailer.url());

        assertThat(again.mdn().body()).isEqualTo(first.mdn().body());
        assertThat(retailer.deliveries()).hasSize(1);
    }

    @Test
    void anMdnSignedByAStrangerConfirmsNothing() throws Exception {
        try (As2Station impostor = As2Station.start(
                agreement("retailer", "farm", List.of(STRANGER, RETAILER), FARM), folder.resolve("x"), 0, CLOCK)) {
            Sent sent = farm.send(document("for the retailer"), impostor.url());

            assertThat(sent).isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.reason())
                    .isEqualTo(NotConfirmedReason.MDN_NOT_AUTHENTIC));
        }
    }

    @Test
    void aServerThatIsDownIsAConnectionThatFailed() throws Exception {
        URI gone = retailer.url();
        retailer.close();

        assertThat(farm.send(document("nobody there"), gone))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.reason())
                        .isEqualTo(NotConfirmedReason.CONNECTION_FAILED));
    }

    private OutgoingPayload document(String text) throws Exception {
        return new OutgoingPayload(Content.of(text.getBytes(StandardCharsets.UTF_8)), "application/edi-x12", "asn.edi");
    }

    private static As2Agreement agreement(String ours, String theirs, KeyAndCertificate key, KeyAndCertificate other) {
        return agreement(ours, theirs, List.of(key), other);
    }

    private static As2Agreement agreement(
            String ours, String theirs, List<KeyAndCertificate> keys, KeyAndCertificate other) {
        return new As2Agreement(
                ours, theirs, keys, List.of(other.certificate()), SendingRules.standard(), AcceptanceRules.standard());
    }

    private static KeyAndCertificate key(String name) {
        return KeyMaker.make(name, CLOCK.instant().minus(Duration.ofDays(1)), Duration.ofDays(30));
    }
}
