package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.MdnVerdict;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Received;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.demo.CompanyKeys;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts that travel as messages of their own, both ways, with TLS and passwords where the profiles want them. */
class ReceiptsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String US = "Northgate Distribution";
    private static final String FARM = "Green \"Valley\" Farm";
    private static final String RETAILER = "Fairway Markets";

    @TempDir
    private static Path folder;

    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static As2Peer farm;
    private static As2Peer retailer;
    private static As2Agreement farmSide;
    private static As2Agreement retailerSide;
    private static As2Sender farmsClient;
    private static As2Sender retailersClient;
    private static URI https;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("receipts");
        CompanyKeys keys = new CompanyKeys(data.resolve("keys"));
        KeyAndCertificate us = keys.of("northgate-distribution", US);
        KeyAndCertificate gatewayServer = tlsKey(data, "gateway-server");
        KeyAndCertificate gatewayClient = tlsKey(data, "gateway-client");
        KeyAndCertificate farmServer = tlsKey(data, "farm-server");
        KeyAndCertificate farmClient = tlsKey(data, "farm-client");
        int httpPort = freePort();
        int httpsPort = freePort();
        URI http = URI.create("http://127.0.0.1:" + httpPort + "/as2");
        farmSide = agreement(FARM, keys.of("green-valley-farm", FARM), us, http);
        retailerSide = agreement(RETAILER, keys.of("fairway-markets", RETAILER), us, http);
        farm = As2Peer.https(farmSide, folder.resolve("farm"), farmServer, gatewayClient.certificate());
        retailer = As2Peer.http(retailerSide, folder.resolve("retailer"));
        https = URI.create("https://localhost:" + httpsPort + "/as2");
        HttpSender tls = new HttpSender(As2Peer.context(farmClient, gatewayServer.certificate()));
        farmsClient = new As2Sender(tls, PATIENCE, Clock.systemUTC()).withLogin("farm", "grüße".toCharArray());
        retailersClient = new As2Sender(HttpSender.standard(), PATIENCE, Clock.systemUTC());
        Path partners = profiles(data, http);
        Map<String, String> environment = new HashMap<>();
        environment.put("LOTWIRE_PARTNERS", partners.toString());
        environment.put("LOTWIRE_HTTP_PORT", Integer.toString(httpPort));
        environment.put("LOTWIRE_HTTPS_PORT", Integer.toString(httpsPort));
        environment.put(
                "LOTWIRE_HTTPS_KEY", data.resolve("keys/gateway-server.p12").toString());
        environment.put(
                "LOTWIRE_HTTPS_PASSWORD_FILE", data.resolve("keys/password").toString());
        environment.put("FARM_PASSWORD", "grüße");
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, farm, retailer);
    }

    @Test
    void aReceiptThatIsToComeLaterIsPostedOnceAndARepeatGetsTheSameBytes() throws Exception {
        OutgoingMessage message = fromFarm(1, farm.url());
        farm.refuseNext(1);
        int before = farm.requests().size();

        assertThat(farmsClient.send(message, farmSide, https)).isInstanceOf(Sent.AwaitingMdn.class);

        InboxRow row = ledger.done(message.messageId());
        Delivery mdn = ledger.deliveries(row).stream()
                .filter(delivery -> delivery.kind() == DeliveryKind.MDN)
                .findFirst()
                .orElseThrow();
        assertThat(ledger.delivery(mdn.id(), DeliveryState.CONFIRMED).attempts())
                .isEqualTo(1);
        List<As2Peer.Request> posted = mdnsAbout(message, before);
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).body().toByteArray())
                .isEqualTo(posted.get(0).body().toByteArray());
        assertThat(posted.get(1).authorization()).isEqualTo("Basic bm9ydGhnYXRlOnB3");
        assertThat(MdnVerdict.of(message, ((Received.MdnArrived) posted.get(1).received()).mdn()))
                .isInstanceOf(Sent.Confirmed.class);

        assertThat(farmsClient.send(message, farmSide, https)).isInstanceOf(Sent.AwaitingMdn.class);

        await("the receipt comes again")
                .atMost(PATIENCE)
                .until(() -> mdnsAbout(message, before).size() == 3);
        assertThat(mdnsAbout(message, before).get(2).body())
                .isEqualTo(posted.get(0).body());
    }

    @Test
    void theFarmIsToldWhereItsProfileSaysThatAMessageInItsNameBearsAStrangersSignature() throws Exception {
        KeyAndCertificate stranger = KeyMaker.make("stranger", Instant.now().minusSeconds(60), Duration.ofDays(1));
        As2Agreement forged = new As2Agreement(
                FARM,
                US,
                List.of(stranger),
                farmSide.theirCertificates(),
                SendingRules.standard().withAsyncMdnTo(farm.url()),
                AcceptanceRules.standard());
        OutgoingMessage message = farmsClient.build(forged, List.of(payload(5)), sent());
        int before = farm.requests().size();

        assertThat(farmsClient.send(message, forged, https)).isInstanceOf(Sent.AwaitingMdn.class);

        await("the refusal is told")
                .atMost(PATIENCE)
                .until(() -> mdnsAbout(message, before).size() == 1);
        Received.MdnArrived told =
                (Received.MdnArrived) mdnsAbout(message, before).get(0).received();
        assertThat(told.mdn().disposition()).endsWith("processed/error: authentication-failed");
        assertThat(ledger.count("select count(*) from inbox where message_id = '" + message.messageId() + "'"))
                .isZero();
    }

    @Test
    void aReceiptGoesNowhereThatTheProfileDoesNotName() throws Exception {
        OutgoingMessage message = fromFarm(2, URI.create("http://127.0.0.1:1/as2"));

        assertThat(farmsClient.send(message, farmSide, https))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, refused -> assertThat(refused.sentence())
                        .contains("HTTP 403"));
    }

    @Test
    void nobodyComesInWithoutThePasswordAndTheClientCertificateThatTheProfileWants() throws Exception {
        OutgoingMessage message = fromFarm(3, farm.url());
        As2Sender withoutCertificate = retailersClient.withLogin("farm", "grüße".toCharArray());

        assertThat(retailersClient.send(message, farmSide, gateway.as2()))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, refused -> assertThat(refused.sentence())
                        .contains("HTTP 401"));
        assertThat(withoutCertificate.send(message, farmSide, gateway.as2()))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, refused -> assertThat(refused.sentence())
                        .contains("HTTP 401"));
        assertThat(farmsClient.withLogin("farm", "wrong".toCharArray()).send(message, farmSide, https))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, refused -> assertThat(refused.sentence())
                        .contains("HTTP 401"));
    }

    @Test
    void aDeliveryWaitsForTheReceiptAndIsSentAgainToTheByteWhenItIsLost() throws Exception {
        OutgoingMessage notice = fromFarm(4, farm.url());
        assertThat(farmsClient.send(notice, farmSide, https)).isInstanceOf(Sent.AwaitingMdn.class);
        InboxRow row = ledger.done(notice.messageId());
        Delivery made = await("a delivery to the retailer")
                .atMost(PATIENCE)
                .until(
                        () -> ledger.deliveries(row).stream()
                                .filter(each -> each.partner().equals("fairway-markets"))
                                .findFirst(),
                        Optional::isPresent)
                .get();

        Delivery delivery = ledger.delivery(made.id(), DeliveryState.SENT);
        ledger.letDeliveriesBeDue();
        await("it is sent again")
                .atMost(PATIENCE)
                .until(() -> sentToRetailer(delivery).size() == 2);
        ledger.delivery(delivery.id(), DeliveryState.SENT);
        List<As2Peer.Request> sent = sentToRetailer(delivery);
        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
        Received.Message taken = (Received.Message) sent.get(1).received();
        AsyncMdn mdn = taken.asyncMdn().orElseThrow();

        String altered = new String(mdn.body().toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("This is no statement", "This is a statement");
        postToGateway(mdn.headers(), altered.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ledger.delivery(delivery.id(), DeliveryState.SENT)
                        .confirmation()
                        .map(Confirmation::words)
                        .orElse(""))
                .isEmpty();

        assertThat(retailersClient.post(mdn)).isInstanceOf(Sent.MdnTaken.class);
        Delivery confirmed = ledger.delivery(delivery.id(), DeliveryState.CONFIRMED);
        assertThat(confirmed.confirmation().map(Confirmation::words).orElse(""))
                .isEqualTo("MDN: signature and MIC hold");
        assertThat(confirmed.confirmation().orElseThrow().facts())
                .containsEntry("mic", taken.mic().toString());
    }

    private static List<As2Peer.Request> sentToRetailer(Delivery delivery) {
        String messageId = delivery.document().orElseThrow().messageId();
        return retailer.requests().stream()
                .filter(request -> request.received() instanceof Received.Message message
                        && message.messageId().equals(messageId))
                .toList();
    }

    private static void postToGateway(Map<String, String> headers, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.as2()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private static List<As2Peer.Request> mdnsAbout(OutgoingMessage message, int from) {
        return farm.requests().stream()
                .skip(from)
                .filter(request -> request.received() instanceof Received.MdnArrived arrived
                        && arrived.mdn().originalMessageId().equals(message.messageId()))
                .toList();
    }

    private static OutgoingMessage fromFarm(int number, URI mdnTo) throws Exception {
        As2Agreement asking = farmSide.withSending(SendingRules.standard().withAsyncMdnTo(mdnTo));
        return farmsClient.build(asking, List.of(payload(number)), sent());
    }

    private static OutgoingPayload payload(int number) throws Exception {
        return new OutgoingPayload(Content.of(Partners.documents(number).shipNotice()), "application/edi-x12", "n.edi");
    }

    private static Path sent() throws IOException {
        return Files.createDirectories(folder.resolve("sent"));
    }

    private static As2Agreement agreement(String name, KeyAndCertificate key, KeyAndCertificate us, URI mdnTo) {
        return new As2Agreement(
                name,
                US,
                List.of(key),
                List.of(us.certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard().withAsyncMdnUrls(Set.of(mdnTo)));
    }

    private static KeyAndCertificate tlsKey(Path data, String name) throws IOException {
        KeyAndCertificate key = KeyMaker.make("localhost", Instant.now().minusSeconds(60), Duration.ofDays(30));
        KeyMaker.writePkcs12(key, data.resolve("keys/" + name + ".p12"), "pw".toCharArray());
        KeyMaker.writeCertificate(key.certificate(), data.resolve("keys/" + name + ".crt"));
        Files.writeString(data.resolve("keys/password"), "pw\n", StandardCharsets.UTF_8);
        return key;
    }

    /** The repository's profiles with receipts that come later, and the farm behind TLS and passwords. */
    private static Path profiles(Path data, URI ourUrl) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("partners"));
        for (String name : List.of("fairway-markets", "green-valley-farm", "northgate-distribution")) {
            Path from = GatewayUnderTest.HOME.resolve("partners/" + name + ".yaml");
            Files.copy(from, partners.resolve(name + ".yaml"));
        }
        Path keys = data.resolve("keys");
        edit(partners.resolve("northgate-distribution.yaml"), "  as2:\n", "  as2:\n    url: " + ourUrl + "\n");
        edit(partners.resolve("fairway-markets.yaml"), "mdn: signed", "mdn: async-signed");
        edit(partners.resolve("fairway-markets.yaml"), "url: \\$\\{[^\n]*", "url: " + retailer.url());
        edit(partners.resolve("green-valley-farm.yaml"), "id: Green Valley Farm", "id: 'Green \"Valley\" Farm'");
        edit(partners.resolve("fairway-markets.yaml"), "when: [^\n]*", "when: { type: shipped, document: \"856\" }");
        String wire = """
                    url: FARM
                    asyncMdnUrls: [ "FARM" ]
                    visitor:
                      login: { user: farm, password: "\\${FARM_PASSWORD}" }
                      certificates: [ KEYS/farm-client.crt ]
                    client:
                      serverCertificates: [ KEYS/farm-server.crt ]
                      key: { file: KEYS/gateway-client.p12, passwordFile: KEYS/password }
                      login: { user: northgate, passwordFile: KEYS/password }
                """.replace("FARM\n", farm.url() + "\n")
                .replace("\"FARM\"", "\"" + farm.url() + "\"")
                .replace("KEYS", keys.toString());
        edit(partners.resolve("green-valley-farm.yaml"), " +url: \\$\\{[^\n]*\n", wire);
        return partners;
    }

    private static void edit(Path file, String pattern, String replacement) throws IOException {
        String text = Files.readString(file);
        String edited = text.replaceFirst(pattern, replacement);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(file, edited);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
