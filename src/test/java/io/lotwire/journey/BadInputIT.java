package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.AcceptanceRules;
import io.lotwire.as2.As2Agreement;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.SendingRules;
import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.CompanyKeys;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.WrittenDelivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/journey/bad} is a case: {@code in.edi} goes over the wire that the folder's name
 * begins with; {@code ledger.txt} is what the database then says of it, {@code answer.edi} what its sender hears. A new
 * case needs no Java.
 */
class BadInputIT {
    @TempDir
    private static Path folder;

    private static Path data;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static int goodDocuments;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("bad-input");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Golden.FOLDER.resolve("bad"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void badInputIsAnsweredAndKeptAndDisturbsNothing(String name) throws Exception {
        Path golden = Golden.FOLDER.resolve("bad").resolve(name);
        byte[] bad = Files.readAllBytes(golden.resolve("in.edi"));
        boolean byAs2 = name.startsWith("as2-");
        goodDocuments++;
        DemoDocuments documents = Partners.documents(goodDocuments);
        String good = "good-" + goodDocuments + ".edi";

        send(byAs2, name + ".edi", bad);
        send(byAs2, good, byAs2 ? documents.shipNotice() : documents.shippingAdvice());

        InboxRow row = ledger.doneFile(name + ".edi");
        List<Delivery> caused = ledger.delivered(row);
        Golden.assertSame(golden.resolve("ledger.txt"), ledger.account(row));
        Golden.assertSame(golden.resolve("answer.edi"), answers(caused));
        assertThat(caused).allSatisfy(BadInputIT::isConfirmed);
        assertThat(gateway.archive().open(row.content().sha256())).hasBinaryContent(bad);
        passesUndisturbed(ledger.doneFile(good), byAs2 ? 9 : 4);
    }

    @Test
    void anInterchangeThatWasRejectedMayComeAgainWholeUnderItsControlNumber() throws Exception {
        byte[] whole = Partners.documents(997).shipNotice();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        send(true, "cut.edi", cut);
        InboxRow first = ledger.doneFile("cut.edi");
        send(true, "whole.edi", whole);

        assertThat(first.state()).isEqualTo(InboxState.REJECTED);
        passesUndisturbed(ledger.doneFile("whole.edi"), 9);
    }

    @Test
    void aMessageFromAnUnknownAs2NameIsRefusedAndNothingOfItIsKept() throws Exception {
        Map<String, Long> before = ledger.totals();
        try (As2Station stranger = stranger()) {
            OutgoingMessage message = partners.message(
                    stranger, "stranger.edi", Partners.documents(998).shipNotice());

            Sent sent = stranger.send(message, gateway.as2());

            assertThat(sent).isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.sentence())
                    .contains("HTTP 403", "No agreement covers this AS2-From and AS2-To"));
            assertThat(gateway.log())
                    .contains("AS2 message " + message.messageId()
                            + " from 'Stranger' to 'Northgate Distribution' refused (UNKNOWN_PARTNER)");
        }
        assertThat(ledger.since(before)).isEmpty();
        send(true, "good-999.edi", Partners.documents(999).shipNotice());
        passesUndisturbed(ledger.doneFile("good-999.edi"), 9);
    }

    private static void send(boolean byAs2, String fileName, byte[] document) throws Exception {
        if (byAs2) {
            Sent sent = partners.farm().send(partners.message(partners.farm(), fileName, document), gateway.as2());
            assertThat(sent).isInstanceOf(Sent.Confirmed.class);
        } else {
            partners.warehouse().drop(fileName, document);
        }
    }

    /** What the sender has heard, one acknowledgement after the other, as it lies with them. */
    private static String answers(List<Delivery> caused) throws IOException {
        StringBuilder answers = new StringBuilder();
        for (Delivery delivery : caused) {
            if (delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT) {
                WrittenDelivery written = delivery.written().orElseThrow();
                byte[] heard = delivery.wire().equals("as2")
                        ? Files.readAllBytes(farmHas(written.messageId()))
                        : partners.warehouse().inbound(written.fileName());
                answers.append(Golden.withoutOwnNumbers(Golden.withoutMoment(heard)));
            }
        }
        return answers.toString();
    }

    private static Path farmHas(String messageId) {
        return partners.farm().deliveries().stream()
                .filter(delivery -> delivery.messageId().equals(messageId))
                .map(As2Station.Delivery::file)
                .findFirst()
                .orElseThrow();
    }

    private static void passesUndisturbed(InboxRow row, int events) {
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.events(row).lines()).hasSize(events);
        assertThat(ledger.delivered(row)).hasSizeGreaterThan(1).allSatisfy(BadInputIT::isConfirmed);
    }

    private static As2Station stranger() throws IOException {
        CompanyKeys keys = new CompanyKeys(data.resolve("keys"));
        As2Agreement agreement = new As2Agreement(
                "Stranger",
                "Northgate Distribution",
                List.of(keys.of("stranger", "Stranger")),
                List.of(keys.of("northgate-distribution", "Northgate Distribution")
                        .certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard());
        return As2Station.start(agreement, folder.resolve("stranger"), 0, Clock.systemUTC());
    }

    private static void isConfirmed(Delivery delivery) {
        assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED);
    }
}
