package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.TransactionStatement.Answer;
import io.lotwire.lot.Transfer;
import io.lotwire.partner.Completeness.Rule;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private FoodLedger food;

    @BeforeEach
    void open() throws SQLException {
        food = new FoodLedger();
        food.document(
                "ASN-1", Told.shipped("a").lot("A"), Told.shipped("b").lot("B").withoutAmount());
        food.document(
                "harbor",
                "861",
                "R-1",
                Purpose.ORIGINAL,
                Told.of(EventType.RECEIVED, "c").by("harbor", "861").to(null));
    }

    @Test
    void eachPartnersDocumentsHaveAScoreTheWorstFirst() throws IOException {
        Check check = check(new ArrayList<>());

        assertThat(check.scores())
                .containsExactly(
                        new Check.Score("green-valley-farm", "856", 2, 16, 7, 0),
                        new Check.Score("harbor", "861", 1, 8, 3, 0));
        assertThat(check.scores()).extracting(Check.Score::percent).containsExactly(56, 62);
    }

    @Test
    void whatIsMissingIsToldLineByLineAndWhatIsWaivedBesideIt() throws IOException {
        keep(new Waiver(0, TrackingEvent.SHIPPING, "product", "", "agreed", "Ann", FoodLedger.NOW, DAY));
        keep(new Waiver(0, TrackingEvent.SHIPPING, "recipient", "someone-else", "agreed", "Ann", FoodLedger.NOW, DAY));
        List<String> lines = new ArrayList<>();
        Check check = check(lines);

        assertThat(lines)
                .contains(
                        "B 21 CFR 1.1340(a)(2) quantity, unit of measure -",
                        "A 21 CFR 1.1340(a)(3) packaging size, packaging style 1",
                        "A 21 CFR 1.1340(a)(4) phone number -");
        assertThat(check.scores()).contains(new Check.Score("green-valley-farm", "856", 2, 16, 5, 2));
    }

    @Test
    void medicinesThatAreStoredAreCheckedByTheirOwnLawAndReceiptsAreNot() throws IOException {
        food.document(
                "ASN-2",
                Told.shipped("d")
                        .lot("D")
                        .by("larkspur", "856")
                        .ndc("00012345678")
                        .transferred(new Transfer(
                                "2026-03-02",
                                Told.FARM,
                                Told.WAREHOUSE,
                                "",
                                null,
                                List.of(new TransactionStatement("TS", "ZZ", "", Answer.YES, List.of())))));
        List<String> lines = new ArrayList<>();
        Check check = check(KeyDataRules.of(Rule.DSCSA), lines);

        assertThat(lines)
                .filteredOn(line -> line.startsWith("D "))
                .containsExactly(
                        "D 21 U.S.C. 360eee(26)(B) strength and dosage form -", "D 21 U.S.C. 360eee(26)(D) size -");
        assertThat(lines).contains("A 21 U.S.C. 360eee(27) a statement that is confirmed -");
        assertThat(check.scores())
                .extracting(Check.Score::partner)
                .containsExactlyInAnyOrder("green-valley-farm", "larkspur");
    }

    @Test
    void aWaiverEndsWithItsDayOrWhenSomebodyEndsIt() {
        long first = keep(new Waiver(0, TrackingEvent.SHIPPING, "product", "", "agreed", "Ann", FoodLedger.NOW, DAY));
        long second = keep(new Waiver(0, TrackingEvent.SHIPPING, "date", "", "agreed", "Ann", FoodLedger.NOW, DAY));

        assertThat(on(DAY)).containsExactly(first, second);
        assertThat(on(DAY.plusDays(1))).isEmpty();

        boolean ended = food.ledger().inTransaction(tx -> new Waivers(tx).end(first, "Ben"));
        assertThat(ended).isTrue();
        assertThat(on(DAY)).containsExactly(second);
        boolean again = food.ledger().inTransaction(tx -> new Waivers(tx).end(first, "Ben"));
        assertThat(again).isFalse();
    }

    private List<Long> on(LocalDate day) {
        return food.ledger().inTransaction(tx -> new Waivers(tx).on(day)).stream()
                .map(Waiver::id)
                .toList();
    }

    private long keep(Waiver waiver) {
        return food.ledger().inTransaction(tx -> new Waivers(tx).keep(waiver));
    }

    private Check check(List<String> lines) throws IOException {
        return check(KeyDataRules.standard(), lines);
    }

    private Check check(KeyDataRules rules, List<String> lines) throws IOException {
        return food.ledger().<Check, IOException>inTransaction(tx -> {
            Statements statements = new Statements(tx, Selection.ALL, Terms.USUAL);
            Check check = new Check(rules, new Waivers(tx).on(DAY));
            check.run(
                    statements,
                    (statement, missing, waiver) ->
                            lines.add(statement.event().lot().code() + " "
                                    + missing.element().paragraph() + " "
                                    + missing.words() + " "
                                    + waiver.map(one -> Long.toString(one.id())).orElse("-")));
            return check;
        });
    }
}
