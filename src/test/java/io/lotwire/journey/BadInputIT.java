package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.CompanyKeys;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is answered and kept, and the good input beside it passes; the cases are in {@code journey/bad}. */
class BadInputIT {
    private static final Path FOLDER = Golden.FOLDER.resolve("bad");

    @TempDir
    private static Path folder;

    private static Path data;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static AnswerCases cases;
    private static int goodDocuments;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("bad-input");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
        ledger = new LedgerView(gateway.database());
        cases = new AnswerCases(FOLDER, partners, gateway, ledger);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    static List<String> cases() throws IOException {
        return AnswerCases.in(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void badInputIsAnsweredAndKeptAndDisturbsNothing(String name) throws Exception {
        boolean byAs2 = AnswerCases.isByAs2(name);
        goodDocuments++;
        DemoDocuments documents = Partners.documents(goodDocuments);
        String good = "good-" + goodDocuments + ".edi";

        cases.send(name);
        cases.send(byAs2, good, byAs2 ? documents.shipNotice() : documents.shippingAdvice());

        cases.assertAsExpected(name);
        passesUndisturbed(ledger.doneFile(good), byAs2 ? 9 : 4);
    }

    @Test
    void anInterchangeThatWasRejectedMayComeAgainWholeUnderItsControlNumber() throws Exception {
        byte[] whole = Partners.documents(997).shipNotice();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        cases.send(true, "cut.edi", cut);
        InboxRow first = ledger.doneFile("cut.edi");
        cases.send(true, "whole.edi", whole);

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
        cases.send(true, "good-999.edi", Partners.documents(999).shipNotice());
        passesUndisturbed(ledger.doneFile("good-999.edi"), 9);
    }

    private static void passesUndisturbed(InboxRow row, int events) {
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.events(row).lines()).hasSize(events);
        assertThat(ledger.delivered(row)).hasSizeGreaterThan(1).allSatisfy(delivery -> assertThat(delivery.state())
                .isEqualTo(DeliveryState.CONFIRMED));
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
}
