package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partners' SFTP servers differ: passwords, algorithms, absolute paths, and what is done with a name that is taken. */
class SftpHabitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "pass;word&more";

    @TempDir
    private static Path folder;

    private static Path profiles;
    private static Partners partners;
    private static SftpServers.WithPassword acme;
    private static SftpServers.WithPassword bolt;
    private static SftpServers.WithPassword old;
    private static SftpServers.WithPassword crowded;
    private static SftpServers.OpenSsh openSsh;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("sftp-habits");
        partners = Partners.start(data);
        profiles = Path.of(ProfilesUnderTest.copy(folder.resolve("partners")).folder());
        acme = server("acme", false, BuiltinCiphers.aes256gcm, BuiltinCiphers.aes256ctr, BuiltinCiphers.aes128ctr);
        profile("acme", acme.port(), """
                    password: ${ACME_SFTP_PASSWORD}
                    algorithms:
                      keyExchanges: [ecdh-sha2-nistp384]
                      hostKeys: [rsa-sha2-256]
                      ciphers: [aes128-ctr]
                      macs: [hmac-sha2-512]
                    pickUp: [ { directory: ABSOLUTE/out, complete: { by: rename }, poll: { every: 1s } } ]
                    dropOff: { directory: ABSOLUTE/in, ifExists: refuse }
                """);
        bolt = server("bolt", true, BuiltinCiphers.aes256gcm);
        profile("bolt", bolt.port(), """
                    passwordFile: ABSOLUTE/password
                    pickUp: [ { directory: out, complete: { by: rename }, poll: { every: 1s } } ]
                    dropOff: { directory: in, ifExists: override }
                """);
        Files.writeString(folder.resolve("bolt/password"), PASSWORD + "\n");
        old = server("old", true, BuiltinCiphers.aes128ctr);
        profile("old", old.port(), """
                    passwordFile: ABSOLUTE/../bolt/password
                    algorithms: { ciphers: [aes256-gcm@openssh.com] }
                    pickUp: [ { directory: out, complete: { by: rename }, poll: { every: 1s } } ]
                """);
        crowded = server("crowded", true, BuiltinCiphers.aes256gcm);
        profile("crowded", crowded.port(), """
                    passwordFile: ABSOLUTE/../bolt/password
                    dropOff: { directory: in, ifExists: number }
                """);
        if (Files.isExecutable(SftpServers.OPENSSH)) {
            prepare("openssh");
            Path home = folder.resolve("openssh");
            openSsh = new SftpServers.OpenSsh(
                    home.resolve("server"), data.resolve("keys/harbor-3pl.sftp.key.pub"), home.resolve("known_hosts"));
            profile("openssh", openSsh.port(), """
                        privateKey: KEYS/harbor-3pl.sftp.key
                        pickUp: [ { directory: ABSOLUTE/out, complete: { by: rename }, poll: { every: 1s } } ]
                        dropOff: { directory: ABSOLUTE/in, ifExists: number }
                    """.replace(
                            "KEYS", data.resolve("keys").toString()));
        }
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.toString());
        environment.put("ACME_SFTP_PASSWORD", PASSWORD);
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, acme, bolt, old, crowded, openSsh, partners);
    }

    @Test
    void aPasswordFromTheEnvironmentAndTheAgreedAlgorithmsOpenAServerAndAbsolutePathsAreFound() throws Exception {
        byte[] advice = put("acme", "acme.edi", 1);

        InboxRow row = ledger.doneFile("acme.edi");

        assertThat(gateway.archive().open(row.content())).hasBinaryContent(advice);
        assertThat(acme.negotiated()).containsExactly("ecdh-sha2-nistp384 aes128-ctr hmac-sha2-512");
        assertThat(gateway.log()).doesNotContain(PASSWORD);
    }

    @Test
    void aPasswordFromAFileOpensAServer() throws Exception {
        byte[] advice = put("bolt", "bolt.edi", 2);

        InboxRow row = ledger.doneFile("bolt.edi");

        assertThat(gateway.archive().open(row.content())).hasBinaryContent(advice);
        assertThat(folder.resolve("bolt/out/archive")).isNotEmptyDirectory();
    }

    @Test
    void aServerWithoutAnAgreedAlgorithmIsNotUsedAndTheLogSaysSo() throws Exception {
        put("old", "old.edi", 3);

        await("the log says so").atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.log())
                .containsPattern("Files of old could not be fetched from their server: .*Algorithm"));
        assertThat(folder.resolve("old/out/old.edi")).exists();
        assertThat(old.negotiated()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefusedOrReplacedOrNumberedAsTheProfileSays() throws Exception {
        Path refused = Files.writeString(folder.resolve("acme/in/lots-GV004.csv"), "theirs");
        Path replaced = Files.writeString(folder.resolve("bolt/in/lots-GV004.csv"), "theirs");
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(4).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        InboxRow row = ledger.done(notice.messageId());

        Delivery toBolt = ledger.delivery(lots(row, "bolt").id(), DeliveryState.CONFIRMED);
        assertThat(replaced).hasBinaryContent(content(toBolt));
        await("it was tried in vain")
                .atMost(PATIENCE)
                .until(() -> lots(row, "acme").attempts() > 0);
        Delivery toAcme = lots(row, "acme");
        assertThat(toAcme.state()).isEqualTo(DeliveryState.WRITTEN);
        assertThat(toAcme.cause().map(Cause::sentence).orElse(""))
                .contains("lots-GV004.csv with other content is there already");
        assertThat(refused).hasContent("theirs");

        Files.delete(refused);
        ledger.letDeliveriesBeDue();

        ledger.delivery(toAcme.id(), DeliveryState.CONFIRMED);
        assertThat(refused).hasBinaryContent(content(toAcme));
    }

    @Test
    void aFileThatComesWhileOursIsWrittenKeepsItsNameAndOursGetsTheNextOne() throws Exception {
        Path in = folder.resolve("crowded/in");
        crowded.beforeNaming(target -> {
            if (target.endsWith("lots-GV007.csv")) {
                Files.writeString(in.resolve("lots-GV007.csv"), "theirs");
            }
        });
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(7).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);

        Delivery lots =
                ledger.delivery(lots(ledger.done(notice.messageId()), "crowded").id(), DeliveryState.CONFIRMED);

        assertThat(in.resolve("lots-GV007.csv")).hasContent("theirs");
        assertThat(in.resolve("lots-GV007-2.csv")).hasBinaryContent(content(lots));
        assertThat(in)
                .isDirectoryNotContaining(file -> !file.getFileName().toString().endsWith(".csv"));
    }

    @Test
    void filesAreFetchedFromOpenSshAndPutThere() throws Exception {
        assumeTrue(openSsh != null, "OpenSSH's server is not installed: there is no " + SftpServers.OPENSSH);
        Path taken = Files.writeString(folder.resolve("openssh/in/lots-GV005.csv"), "theirs");
        byte[] advice = put("openssh", "openssh.edi", 6);
        assertThat(gateway.archive().open(ledger.doneFile("openssh.edi").content()))
                .hasBinaryContent(advice);
        await("it is moved").atMost(PATIENCE).until(() -> !Files.exists(folder.resolve("openssh/out/openssh.edi")));
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(5).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);

        Delivery lots =
                ledger.delivery(lots(ledger.done(notice.messageId()), "openssh").id(), DeliveryState.CONFIRMED);

        assertThat(taken).hasContent("theirs");
        assertThat(folder.resolve("openssh/in/lots-GV005-2.csv")).hasBinaryContent(content(lots));
    }

    private static SftpServers.WithPassword server(String name, boolean rooted, BuiltinCiphers... ciphers)
            throws Exception {
        prepare(name);
        Path home = folder.resolve(name);
        return new SftpServers.WithPassword(home, rooted, PASSWORD, List.of(ciphers), home.resolve("known_hosts"));
    }

    private static void prepare(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve("out"));
        Files.createDirectories(folder.resolve(name).resolve("in"));
    }

    /** A partner who sends shipping advices and gets the lots of ship notices, over this wire. */
    private static void profile(String name, int port, String wire) throws IOException {
        Path home = folder.resolve(name);
        boolean gets = wire.contains("dropOff");
        String user = name.equals("openssh") ? System.getProperty("user.name") : "northgate";
        Files.writeString(
                profiles.resolve(name + ".yaml"),
                """
                name: %1$s
                title: %1$s
                identity: { x12: { qualifier: ZZ, id: %2$s } }
                wires:
                  sftp:
                    host: 127.0.0.1
                    port: %3$d
                    user: %4$s
                    knownHosts: %5$s/known_hosts
                %6$sreceives:
                  - { document: "945", mapping: x12/945 }
                """.formatted(name, id(name), port, user, home, wire.replace("ABSOLUTE", home.toString()))
                        + (gets ? """
                                subscriptions:
                                  - name: incoming-lots
                                    when: { type: shipped, document: "856" }
                                    send: { format: lot-csv }
                                    over: sftp
                                    fileName: lots-${documentNumber}.csv
                                """ : ""));
    }

    private static String id(String name) {
        return name.toUpperCase(Locale.ROOT) + "3PL";
    }

    /** Puts a shipping advice of theirs where we fetch it, under its name when it is whole. */
    private static byte[] put(String partner, String name, int number) throws IOException {
        byte[] advice = new String(Partners.documents(number).shippingAdvice(), US_ASCII)
                .replace("HARBOR3PL      ", "%-15s".formatted(id(partner)))
                .getBytes(US_ASCII);
        Path out = folder.resolve(partner).resolve("out");
        Files.move(Files.write(out.resolve(name + ".part"), advice), out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return advice;
    }

    private static Delivery lots(InboxRow row, String partner) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.partner().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] content(Delivery delivery) throws IOException {
        return gateway.archive()
                .open(delivery.document().orElseThrow().content())
                .readAllBytes();
    }
}
