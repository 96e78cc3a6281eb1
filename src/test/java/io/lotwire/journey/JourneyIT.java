package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.demo.JmsErp;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.SetState;
import io.lotwire.lot.json.LotEventJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ship notice comes in by AS2, a shipping advice by SFTP; what each partner gets is compared to the byte. */
class JourneyIT {
    private static final DemoDocuments DOCUMENTS = Partners.documents(1);

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static JmsErp erp;
    private static LedgerView ledger;
    private static Sent noticeSent;
    private static InboxRow notice;
    private static InboxRow advice;

    @BeforeAll
    static void theDocumentsTravel() throws Exception {
        Path data = folder.resolve("journey");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
        erp = new JmsErp(gateway.broker(), "erp.lot-events");
        ledger = new LedgerView(gateway.database());

        OutgoingMessage message = partners.message(partners.farm(), DOCUMENTS.shipNotice());
        noticeSent = partners.farm().send(message, gateway.as2());
        notice = ledger.done(message.messageId());
        ledger.delivered(notice);
        partners.warehouse().drop("shipped-001.edi", DOCUMENTS.shippingAdvice());
        advice = ledger.doneFile("shipped-001.edi");
        ledger.delivered(advice);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(erp, gateway, partners);
    }

    @Test
    void aSignedMdnConfirmsTheShipNoticeToTheFarm() {
        assertThat(noticeSent).isInstanceOf(Sent.Confirmed.class);
        assertThat(notice.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(notice.partner()).isEqualTo("green-valley-farm");
    }

    @Test
    void whatCameInIsKeptToTheByte() throws Exception {
        assertThat(gateway.archive().open(notice.content())).hasBinaryContent(DOCUMENTS.shipNotice());
        assertThat(gateway.archive().open(advice.content())).hasBinaryContent(DOCUMENTS.shippingAdvice());
    }

    @Test
    void theFarmGetsIts997OverAs2() throws Exception {
        assertThat(partners.farm().deliveries()).hasSize(1);
        Golden.assertSame(
                "farm-997.edi",
                Golden.withoutMoment(
                        Files.readAllBytes(partners.farm().deliveries().get(0).file())));
    }

    @Test
    void theWarehouseGetsIts997AndTheLotFeedOverSftp() throws Exception {
        String acknowledgement = fileName(acknowledgement(advice));
        String feed = fileName(deliveryTo("harbor-3pl", notice).get(0));

        assertThat(partners.warehouse().inbound()).containsExactlyInAnyOrder(acknowledgement, feed);
        Golden.assertSame(
                "warehouse-997.edi", Golden.withoutMoment(partners.warehouse().inbound(acknowledgement)));
        Golden.assertSame("warehouse-lots.csv", new String(partners.warehouse().inbound(feed), StandardCharsets.UTF_8));
    }

    @Test
    void theRetailerGetsAShipNoticeWithLotsForEachOrderOverAs2() throws Exception {
        List<As2Station.Delivery> notices = partners.retailer().deliveries().stream()
                .filter(delivery -> delivery.fileName().startsWith("asn-"))
                // They may go over two connections at once.
                .sorted(Comparator.comparing(As2Station.Delivery::fileName))
                .toList();
        assertThat(notices)
                .extracting(As2Station.Delivery::fileName)
                .containsExactly("asn-SO0011.edi", "asn-SO0012.edi");
        Golden.assertSame(
                "retailer-856-1.edi",
                Golden.withoutMoment(Files.readAllBytes(notices.get(0).file())));
        Golden.assertSame(
                "retailer-856-2.edi",
                Golden.withoutMoment(Files.readAllBytes(notices.get(1).file())));
    }

    @Test
    void theErpGetsEveryStatementAsEpcisOverJms() throws Exception {
        await("the ERP has a message for each document")
                .until(() -> erp.messages().size() == 3);
        for (int i = 0; i < 3; i++) {
            Golden.assertSame(
                    "erp-epcis-" + (i + 1) + ".jsonld",
                    Golden.withoutCreationDate(erp.messages().get(i).text()));
        }
    }

    @Test
    void everyDeliveryIsConfirmedByItsWire() {
        assertThat(List.of(notice, advice))
                .flatExtracting(ledger::deliveries)
                .hasSize(3 + 5)
                .allSatisfy(delivery -> {
                    assertThat(delivery.state())
                            .isIn(DeliveryState.CONFIRMED, DeliveryState.ACCEPTED, DeliveryState.REJECTED);
                    assertThat(delivery.confirmation().map(Confirmation::words).orElse(""))
                            .isNotEmpty();
                    assertThat(delivery.attempts()).isZero();
                });
    }

    @Test
    void theLotEventsInTheDatabaseAreThoseOfTheDocuments() throws Exception {
        Golden.assertSame("ship-notice-events.ndjson", Golden.withoutMappingVersion(ledger.events(notice)));
        Golden.assertSame("shipping-advice-events.ndjson", Golden.withoutMappingVersion(ledger.events(advice)));
    }

    @Test
    void theWarehousesLotsCarryWhatOnlyTheFarmSaidOfThem() throws Exception {
        assertThat(new String(DOCUMENTS.shippingAdvice(), StandardCharsets.US_ASCII))
                .doesNotContain("Romaine", "20260318");

        assertThat(ledger.events(advice).lines().map(LotEventJson::read))
                .extracting(event -> event.lot().code(), event -> event.lot().expires(), event -> event.item()
                        .description())
                .containsExactly(
                        tuple("R001A", "2026-03-18", "Romaine hearts, 12 x 3"),
                        tuple("S001B", "2026-03-14", "Baby spinach, 24 x 200 g"),
                        tuple("T001A", "2026-03-16", "Cherry tomatoes, 6 kg"),
                        tuple("B001A", "2026-03-13", "Basil, 40 bunches"));
    }

    @Test
    void aPartners997MovesTheDeliveryOnAndIsNeverAcknowledgedItself() throws Exception {
        List<Delivery> notices = deliveryTo("fairway-markets", advice);
        int before = partners.retailer().deliveries().size();

        InboxRow accepting = retailerSends(answer(501, group(notices.get(0)), "A"));
        InboxRow refusing = retailerSends(answer(502, group(notices.get(1)), "R"));

        assertThat(ledger.delivery(notices.get(0).id(), DeliveryState.ACCEPTED)
                        .heard()
                        .orElse(""))
                .isEqualTo("997: accepted");
        assertThat(ledger.delivery(notices.get(1).id(), DeliveryState.REJECTED)
                        .heard()
                        .orElse(""))
                .isEqualTo("997: rejected");
        assertThat(List.of(accepting, refusing)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(ledger.deliveries(row)).isEmpty();
        });
        assertThat(partners.retailer().deliveries()).hasSize(before);
    }

    @Test
    void anAcknowledgementThatComesAgainOrIsOfNothingOfOursChangesNothing() throws Exception {
        Delivery notice = deliveryTo("fairway-markets", advice).get(0);

        retailerSends(answer(521, group(notice), "A"));
        InboxRow again = retailerSends(answer(521, group(notice), "A"));
        InboxRow unknown = retailerSends(answer(522, "999999", "R"));

        assertThat(ledger.delivery(notice.id(), DeliveryState.ACCEPTED).heard().orElse(""))
                .isEqualTo("997: accepted");
        assertThat(List.of(again, unknown)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(ledger.deliveries(row)).isEmpty();
        });
    }

    @Test
    void aPartners824MovesTheDeliveryOnAndOneAboutNothingOfOursWaitsForAPerson() throws Exception {
        Delivery notice = deliveryTo("fairway-markets", advice).get(1);

        InboxRow known = retailerSends(applicationAdvice(531, group(notice)));
        InboxRow unknown = retailerSends(applicationAdvice(532, "999999"));

        assertThat(ledger.delivery(notice.id(), DeliveryState.REJECTED).heard().orElse(""))
                .isEqualTo("824: rejected; 007 No lot in line 1");
        assertThat(ledger.sets(known)).containsExactly(SetState.TRANSLATED);
        assertThat(ledger.sets(unknown)).containsExactly(SetState.PARKED);
        for (InboxRow row : List.of(known, unknown)) {
            ledger.delivery(acknowledgement(row).id(), DeliveryState.CONFIRMED);
        }
    }

    @Test
    void whatWasKeptGivesTheSameEventsBySameRulesAndByOtherRulesTheDifferenceIsShownAndNothingElseHappens()
            throws Exception {
        Launcher launcher = new Launcher(gateway.data());
        Path mappings = MappingsUnderTest.copy(folder.resolve("mappings"));
        Path advised = mappings.resolve("x12/945.yaml");
        Files.writeString(advised, Files.readString(advised).replace("code: W12-09,", "code: W12-05,"));
        Map<String, Long> before = ledger.totals();

        Launcher.Ended same = launcher.run(partners.environment(), "replay", "--dry-run", "--since", "2026-01-01");
        Map<String, String> changed = new HashMap<>(partners.environment());
        changed.put("LOTWIRE_MAPPINGS", mappings.toString());
        Launcher.Ended other = launcher.run(changed, "replay", "--dry-run", "--since", "1d", "--partner", "harbor-3pl");

        assertThat(same.exitCode()).as(same.text()).isZero();
        assertThat(same.text())
                .contains(
                        "green-valley-farm: 1 file; 9 lot events as they are, 0 changed, 0 new, 0 gone",
                        "harbor-3pl: 1 file; 4 lot events as they are, 0 changed, 0 new, 0 gone");
        assertThat(other.exitCode()).as(other.text()).isEqualTo(1);
        assertThat(other.text())
                .contains(
                        "~ set 0001, segment 12: shipped lot R001A, 40 CA",
                        "lot.code: R001A -> CA",
                        "harbor-3pl: 1 file; 0 lot events as they are, 4 changed, 0 new, 0 gone")
                .doesNotContain("green-valley-farm");
        assertThat(ledger.since(before)).isEmpty();
    }

    @Test
    void aPartners999MovesTheDeliveryOn() throws Exception {
        Delivery notice = deliveryTo("fairway-markets", advice).get(1);

        InboxRow row = retailerSends(implementationAcknowledgement(541, group(notice)));

        await("the delivery says what the 999 says").until(() -> ledger.delivery(notice.id(), DeliveryState.REJECTED)
                .heard()
                .orElse("")
                .equals("999: rejected"));
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.deliveries(row)).isEmpty();
    }

    @Test
    void whatAPartnerWritesToPeopleWaitsForAPersonWithItsText() throws Exception {
        InboxRow row = retailerSends(textMessage(542));

        Golden.assertSame("retailer-text.txt", ledger.account(row));
    }

    @Test
    void aPartnersTa1ThatRejectsAnInterchangeOfOursIsHeard() throws Exception {
        Delivery notice = deliveryTo("fairway-markets", advice).get(0);
        String number = notice.document().orElseThrow().envelope().orElseThrow().interchangeControlNumber();

        InboxRow row = retailerSends("""
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260304*1500*U*00401*000000543*0*P*>~
                TA1*%s*260304*1430*R*006~
                IEA*0*000000543~
                """.formatted(number));

        await("the delivery says what the TA1 says").until(() -> ledger.delivery(notice.id(), DeliveryState.REJECTED)
                .heard()
                .orElse("")
                .equals("TA1: rejected, note 006"));
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.deliveries(row)).isEmpty();
    }

    private static String implementationAcknowledgement(int number, String group) {
        return """
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260304*1500*^*00501*%1$09d*0*P*>~
                GS*FA*FAIRWAY*NORTHGATE*20260304*1500*%1$d*X*005010X231A1~
                ST*999*0001*005010X231A1~
                AK1*SH*%2$s*004010~
                AK2*856*0001~
                IK3*LIN*9**8~
                IK4*3*235*7*ZZ~
                IK5*R*5~
                AK9*R*1*1*0~
                SE*8*0001~
                GE*1*%1$d~
                IEA*1*%1$09d~
                """.formatted(number, group);
    }

    private static String textMessage(int number) {
        return """
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260304*1500*U*00401*%1$09d*0*P*>~
                GS*TX*FAIRWAY*NORTHGATE*20260304*1500*%1$d*X*004010~
                ST*864*0001~
                BMG*00*Dock closed*03~
                MIT*1*Deliveries of 5 March~
                MSG*Our dock is closed on 5 March. Please deliver on 6 March.~
                SE*5*0001~
                GE*1*%1$d~
                IEA*1*%1$09d~
                """.formatted(number);
    }

    private static String applicationAdvice(int number, String group) {
        return """
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260304*1500*U*00401*%1$09d*0*P*>~
                GS*AG*FAIRWAY*NORTHGATE*20260304*1500*%1$d*X*004010~
                ST*824*0001~
                BGN*11*1*20260304~
                OTI*TR*TN*1*****%2$s*0001*856~
                TED*007*No lot in line 1~
                SE*5*0001~
                GE*1*%1$d~
                IEA*1*%1$09d~
                """.formatted(number, group);
    }

    private static InboxRow retailerSends(String interchange) throws Exception {
        OutgoingMessage message =
                partners.message(partners.retailer(), interchange.getBytes(StandardCharsets.US_ASCII));
        assertThat(partners.retailer().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        return ledger.done(message.messageId());
    }

    /** The retailer's 997 about an 856 of ours. */
    private static String answer(int number, String group, String verdict) {
        return """
                ISA*00*          *00*          *ZZ*FAIRWAY        *ZZ*NORTHGATE      *260304*1500*U*00401*%1$09d*0*P*>~
                GS*FA*FAIRWAY*NORTHGATE*20260304*1500*%1$d*X*004010~
                ST*997*0001~
                AK1*SH*%2$s~
                AK2*856*0001~
                AK5*%3$s~
                AK9*%3$s*1*1*%4$d~
                SE*6*0001~
                GE*1*%1$d~
                IEA*1*%1$09d~
                """.formatted(number, group, verdict, verdict.equals("A") ? 1 : 0);
    }

    private static String group(Delivery notice) {
        return notice.document()
                .orElseThrow()
                .envelope()
                .orElseThrow()
                .groupControlNumber()
                .orElseThrow();
    }

    private static Delivery acknowledgement(InboxRow row) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT)
                .findFirst()
                .orElseThrow();
    }

    private static List<Delivery> deliveryTo(String partner, InboxRow row) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.kind() == DeliveryKind.SUBSCRIPTION)
                .filter(delivery -> delivery.partner().equals(partner))
                .toList();
    }

    private static String fileName(Delivery delivery) {
        return delivery.document().orElseThrow().fileName();
    }
}
