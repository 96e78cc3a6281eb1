package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each partner gets the answers that its profile agrees on. Here the farm gets a TA1 for every interchange, a 999, and an
 * 824 for what is wrong as business; the warehouse never gets a TA1, and may send tests. The cases are in {@code journey/agreed}.
 */
class AgreedAnswersIT {
    private static final Path FOLDER = Golden.FOLDER.resolve("agreed");

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static AnswerCases cases;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("agreed-answers");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .change(
                                "green-valley-farm",
                                "receives:",
                                "ta1: always\nrepeats: { lookBack: 365d, same: reject }\nreceives:")
                        .change(
                                "green-valley-farm",
                                "acknowledge: { with: \"997\", over: as2 }",
                                "acknowledge: { with: \"999\", over: as2 }\n    advise: { with: \"824\", over: as2, doubts: true }")
                        .change("green-valley-farm", "lotRequired: false", "lotRequired: true")
                        .change(
                                "fairway-markets",
                                "    over: as2\n    fileName:",
                                "    over: as2\n    answeredWithin: 1m\n    fileName:")
                        .change("harbor-3pl", "receives:", "ta1: never\nreceives:")
                        .change(
                                "harbor-3pl",
                                "  edifact:",
                                "  test: { x12: { qualifier: ZZ, id: HARBORTEST } }\n  edifact:")
                        .change(
                                "northgate-distribution",
                                "  edifact:",
                                "  test: { x12: { qualifier: ZZ, id: NORTHGATETEST } }\n  edifact:")
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
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

    @Test
    void whatComesASecondTimeIsRejectedWhereThatIsAgreed() throws Exception {
        byte[] notice = Partners.documents(720).shipNotice();

        cases.send(true, "first.edi", notice);
        InboxRow first = ledger.doneFile("first.edi");
        cases.send(true, "second.edi", notice);
        InboxRow second = ledger.doneFile("second.edi");

        assertThat(first.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.account(second))
                .contains("came before (inbox " + first.id() + "): do not send an interchange twice")
                .contains("lot events: 0", "TA1 to green-valley-farm");
        assertThat(ledger.delivered(second)).hasSize(1);
    }

    @Test
    void aPartnerWhoDoesNotAnswerAsSoonAsAgreedIsToldOfUntilTheyDo() throws Exception {
        ledger.acceptAll("fairway-markets");
        cases.send(false, "shipped.edi", Partners.documents(721).shippingAdvice());
        List<Delivery> notices = ledger.delivered(ledger.doneFile("shipped.edi")).stream()
                .filter(delivery -> delivery.partner().equals("fairway-markets"))
                .toList();
        assertThat(notices).hasSize(2);
        await("nothing is overdue").atMost(PATIENCE).until(() -> !gateway.get("/q/health/ready")
                .contains("fairway-markets ship-notices"));

        ledger.age(Duration.ofMinutes(2));

        await("they are told of").atMost(PATIENCE).until(() -> gateway.get("/q/health/ready")
                .contains("fairway-markets ship-notices"));
        assertThat(gateway.get("/q/health/ready"))
                .contains("without an answer after 1 minute: ask them", "\"status\": \"UP\"");
        assertThat(gateway.get("/q/metrics"))
                .containsPattern(
                        "lotwire_answers_overdue\\{partner=\"fairway-markets\",subscription=\"ship-notices\"[^}]*\\} [1-9]");

        ledger.acceptAll("fairway-markets");

        await("nothing is overdue").atMost(PATIENCE).until(() -> !gateway.get("/q/health/ready")
                .contains("fairway-markets ship-notices"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aPartnerHearsWhatItsProfileAgreesOn(String name) throws Exception {
        cases.send(name);

        cases.assertAsExpected(name);
    }
}
