package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Lot;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.TransactionStatement.Answer;
import io.lotwire.lot.Transfer;
import io.lotwire.lot.Word;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.Completeness.Element;
import io.lotwire.partner.Completeness.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes with a transfer of medicines (21 U.S.C. 360eee(26) and (27)), and what of it a notice lacks. */
class TransactionInformationTest {
    private static final Set<Element> ALL = Rule.DSCSA.elements();

    @Test
    void aProfileCanAskForEachElementOfTheLawAndForNoOther() {
        assertThat(KeyDataRules.of(Rule.DSCSA).of(TrackingEvent.SHIPPING))
                .extracting(KeyDataElement::name)
                .containsExactlyInAnyOrderElementsOf(ALL.stream().map(Word::of).toList());
    }

    @Test
    void eachElementNamesWhereTheLawAsksForIt() {
        assertThat(KeyDataRules.of(Rule.DSCSA).of(TrackingEvent.SHIPPING))
                .extracting(KeyDataElement::paragraph)
                .containsExactly(
                        "21 U.S.C. 360eee(26)(A)",
                        "21 U.S.C. 360eee(26)(B)",
                        "21 U.S.C. 360eee(26)(C)",
                        "21 U.S.C. 360eee(26)(D)",
                        "21 U.S.C. 360eee(26)(E)",
                        "21 U.S.C. 360eee(26)(F)",
                        "21 U.S.C. 360eee(26)(G)",
                        "21 U.S.C. 360eee(26)(H)",
                        "21 U.S.C. 360eee(26)(I)",
                        "21 U.S.C. 360eee(26)(J)",
                        "21 U.S.C. 360eee(27)");
    }

    @Test
    void aNoticeWithTransactionInformationAndStatementLacksNothing() throws IOException {
        assertThat(missing(ALL, medicine().transferred(transfer(Answer.YES)))).isEmpty();
    }

    @Test
    void aNoticeOfGoodsWithoutAnyOfItLacksAllThatOnlyATransferTells() throws IOException {
        assertThat(missing(ALL, Told.shipped("a").lot("A")))
                .containsExactly(
                        "strength and dosage form of the product (21 U.S.C. 360eee(26)(B)): strength and dosage form,"
                                + " in 1 line, of lot A",
                        "National Drug Code number of the product (21 U.S.C. 360eee(26)(C)): NDC, in 1 line, of lot A",
                        "container size (21 U.S.C. 360eee(26)(D)): size, in 1 line, of lot A",
                        "date of the transaction (21 U.S.C. 360eee(26)(G)): date, in 1 line, of lot A",
                        "business name and address of the person from whom ownership is transferred (21 U.S.C."
                                + " 360eee(26)(I)): business name, street address or coordinates, city, state or region,"
                                + " ZIP or postal code, in 1 line, of lot A",
                        "business name and address of the person to whom ownership is transferred (21 U.S.C."
                                + " 360eee(26)(J)): business name, street address or coordinates, city, state or region,"
                                + " ZIP or postal code, in 1 line, of lot A",
                        "transaction statement (21 U.S.C. 360eee(27)): a statement that is confirmed, in 1 line, of lot"
                                + " A");
    }

    @Test
    void aStatementThatIsDeniedIsNoneAndItIsSaidWhy() throws IOException {
        assertThat(missing(Set.of(Element.STATEMENT), medicine().transferred(transfer(Answer.NO))))
                .containsExactly("transaction statement (21 U.S.C. 360eee(27)): a statement that is confirmed (the"
                        + " document answers it by no), in 1 line, of lot R1");
    }

    @Test
    void anotherStatementIsNoTransactionStatement() throws IOException {
        Transfer bought = transfer(new TransactionStatement("DPS", "ZZ", "", Answer.YES, List.of()));

        assertThat(missing(Set.of(Element.STATEMENT), medicine().transferred(bought)))
                .hasSize(1);
    }

    @Test
    void aStatementInWordsCountsWithoutACode() throws IOException {
        Transfer inWords = transfer(new TransactionStatement(
                "", "", "We received transaction information and statement", Answer.YES, List.of()));

        assertThat(missing(Set.of(Element.STATEMENT), medicine().transferred(inWords)))
                .isEmpty();
    }

    @Test
    void whoSendsTheGoodsDoesNotStandForWhoOwnedThem() throws IOException {
        assertThat(missing(Set.of(Element.SELLER), medicine().from(Told.WAREHOUSE)))
                .hasSize(1);
    }

    @Test
    void whatIsNoShipmentIsNoTransfer() throws IOException {
        assertThat(missing(ALL, Told.of(EventType.COUNTED, "a").lot((Lot) null)))
                .isEmpty();
    }

    private static Told medicine() {
        return Told.shipped("a").item(Told.ROMAINE, "Salve 30 g").ndc("00012345678");
    }

    private static Transfer transfer(Answer answer) {
        return transfer(new TransactionStatement("TS", "ZZ", "", answer, List.of()));
    }

    private static Transfer transfer(TransactionStatement statement) {
        Party maker = Told.FARM;
        return new Transfer(
                "2026-03-02",
                maker,
                Told.WAREHOUSE,
                "2 % ointment",
                new Quantity(new BigDecimal("30"), "GR", null),
                List.of(statement));
    }

    private static List<String> missing(Set<Element> wanted, Told... told) throws IOException {
        return NoticeCheck.missing(
                EventSource.of(Stream.of(told).map(Told::event).toList()),
                new Completeness(Rule.DSCSA, Completeness.Missing.PARK, wanted),
                new Statement.Context(Terms.USUAL, new StatedMasterData()));
    }
}
