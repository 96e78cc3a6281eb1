package io.lotwire.registry;

import static io.lotwire.registry.Network.BERRIES;
import static io.lotwire.registry.Network.FARM;
import static io.lotwire.registry.Network.PALLET_1;
import static io.lotwire.registry.Network.RETAILER;
import static io.lotwire.registry.Network.ROMAINE;
import static io.lotwire.registry.Network.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.rule.LotPattern;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.RequiredFact;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.registry.importing.Correction;
import io.lotwire.registry.importing.RegistryImport;
import io.lotwire.registry.importing.RegistryImport.Mode;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doubts about lots, by what was imported, what stands of them, and what is asked. */
class LotDoubtsTest {
    private Network network;

    @BeforeEach
    void open() throws SQLException {
        network = new Network();
    }

    @Test
    void aProductFillsTheDescriptionThatNobodyStates() throws IOException {
        take("gtin,product_id,description\n00614141000012,,Romaine hearts\n,vendor:BB-12,Berries\n");

        assertThat(complete(shipped("a").lot("A1"), Asked.only(Expectation.MAY_BE_NEW))
                        .item()
                        .description())
                .isEqualTo("Romaine hearts");
        assertThat(complete(
                                EventSamples.shipped("b")
                                        .item("vendor", "BB-12")
                                        .lot("B1"),
                                Asked.only(Expectation.MAY_BE_NEW))
                        .item()
                        .description())
                .isEqualTo("Berries");
        assertThat(complete(shipped("c").lot("A1").described("As stated"), Asked.only(Expectation.MAY_BE_NEW))
                        .item()
                        .description())
                .isEqualTo("As stated");
    }

    @Test
    void anImportedLotIsKnownAndCompletesLaterDocuments() throws IOException {
        take("lot,gtin,expires\nA1,00614141000012,2026-04-01\n");

        LotEvent complete = complete(shipped("a").lot("A1"), Asked.only(Expectation.KNOWN));

        assertThat(complete.lot().expires()).isEqualTo("2026-04-01");
        assertThat(complete.issues()).isEmpty();
    }

    @Test
    void aCorrectionStandsWhateverLaterDocumentsSay() throws IOException {
        take("lot,gtin,expires\nA1,00614141000012,2026-04-01\n");
        network.document("ASN-1", Purpose.ORIGINAL, shipped("a").lot("A1").expires("2026-05-01"));

        LotEvent complete = complete(shipped("b").lot("A1"), Asked.only(Expectation.KNOWN));

        assertThat(complete.lot().expires()).isEqualTo("2026-04-01");
    }

    @Test
    void aHeldOrRecalledLotIsDoubtfulWhileThatStands() throws IOException {
        take("lot,gtin\nA1,00614141000012\nA1,00614141000029\n");
        long romaine = id(ROMAINE);
        status(tx -> tx.begin(romaine, LotStatus.Kind.HELD, "anna", "cold chain", "Q-1"));
        status(tx -> tx.begin(romaine, LotStatus.Kind.RECALLED, "anna", "listeria", ""));

        List<Issue> issues =
                complete(shipped("a").lot("A1"), Asked.only(Expectation.KNOWN)).issues();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.LOT_ON_HOLD, IssueCode.LOT_RECALLED);
        assertThat(issues.get(0).message()).contains("held since", "by anna: cold chain (Q-1)");
        assertThat(codes(EventSamples.shipped("b").gtin(BERRIES).lot("A1"))).isEmpty();

        status(tx -> tx.end(romaine, LotStatus.Kind.HELD, "ben", "good"));
        status(tx -> tx.end(romaine, LotStatus.Kind.RECALLED, "ben", "good"));
        assertThat(codes(shipped("c").lot("A1"))).isEmpty();
    }

    @Test
    void aLotIsHeldOnceUntilItIsReleased() throws IOException {
        take("lot,gtin\nA1,00614141000012\n");
        long romaine = id(ROMAINE);
        assertThat(status(tx -> tx.end(romaine, LotStatus.Kind.HELD, "ben", "")))
                .isFalse();
        assertThat(status(tx -> tx.begin(romaine, LotStatus.Kind.HELD, "anna", "first", "")))
                .isTrue();
        assertThat(status(tx -> tx.begin(romaine, LotStatus.Kind.HELD, "ben", "second", "")))
                .isFalse();
        assertThat(status(tx -> tx.end(romaine, LotStatus.Kind.HELD, "ben", "")))
                .isTrue();
    }

    @Test
    void whatIsShippedAfterItExpiredIsTold() throws IOException {
        assertThat(codes(shipped("a").lot("A1").on("2026-03-04").expires("2026-03-04")))
                .isEmpty();
        assertThat(codes(shipped("b").lot("A1").on("2026-03-04").expires("2026-03-03")))
                .containsExactly(IssueCode.EXPIRED_ON_SHIP);
        assertThat(codes(EventSamples.of(EventType.RECEIVED, "c")
                        .gtin(ROMAINE)
                        .lot("A1")
                        .expires("2026-03-03")))
                .isEmpty();
        take("lot,gtin,packed\nP1,00614141000012,2026-02-01\n");
        take("gtin,shelf_life_days\n00614141000012,14\n");
        LotEvent derived = complete(shipped("d").lot("P1"), Asked.only(Expectation.KNOWN));
        assertThat(derived.issues()).extracting(Issue::code).containsExactly(IssueCode.EXPIRED_ON_SHIP);
        assertThat(derived.issues().get(0).message()).contains("2026-02-15 (by its product's shelf life)");
        assertThat(derived.lot().expires()).as("what nobody stated").isEmpty();
    }

    @Test
    void tooLittleShelfLifeForTheCustomerIsToldByDaysAndByPercent() throws IOException {
        take("gtin,shelf_life_days\n00614141000012,20\n");
        EventSamples tenLeft = shipped("a").lot("A1").on("2026-03-04").expires("2026-03-14");

        assertThat(codes(tenLeft, minimum(10, 50))).isEmpty();
        assertThat(codes(tenLeft, minimum(11, 0))).containsExactly(IssueCode.SHELF_LIFE_BELOW_MINIMUM);
        assertThat(codes(tenLeft, minimum(0, 51))).containsExactly(IssueCode.SHELF_LIFE_BELOW_MINIMUM);
        assertThat(codes(shipped("b").lot("A2"), minimum(10, 50))).isEmpty();
    }

    @Test
    void anotherSourceOfALotCodeIsTold() throws IOException {
        take("lot,gtin,lot_source_gln\nA1,00614141000012,0614141000005\n");

        assertThat(codes(shipped("a").lot("A1").source("0614141000012"))).containsExactly(IssueCode.TLC_REASSIGNED);
        assertThat(codes(shipped("b").lot("A1").source("0614141000005"))).isEmpty();
    }

    @Test
    void theSameUnitShippedAgainWithOtherGoodsIsToldUnlessItIsAnotherPartyOrAYearLater() {
        network.document(
                "ASN-1", Purpose.ORIGINAL, unit("a").lot("A1").on("2026-03-04").from(FARM));

        assertThat(codes(unit("b").lot("A2").on("2026-06-04").from(FARM))).containsExactly(IssueCode.DUPLICATE_SSCC);
        assertThat(codes(unit("c").lot("A1").on("2026-06-04").from(FARM)))
                .as("the same goods, told again")
                .isEmpty();
        assertThat(codes(unit("d").lot("A2").on("2026-06-04").from(WAREHOUSE)))
                .as("somebody else ships it on")
                .isEmpty();
        assertThat(codes(unit("e").lot("A2").on("2027-03-05").from(FARM))).isEmpty();
    }

    @Test
    void aUnitThatTwoDocumentsOfOneBatchShipIsToldInTheSecond() {
        LotEvent first = unit("a").lot("A1").from(FARM).event();
        LotEvent second = unit("b").lot("A2").from(FARM).event();
        Asked asked = Asked.only(Expectation.MAY_BE_NEW);

        List<List<LotEvent>> complete = network.ledger().inTransaction(tx -> {
            Enricher enricher = Enricher.of(new LotRegistry(tx), List.of(first, second));
            List<LotEvent> ofFirst = enricher.complete(List.of(first), asked);
            enricher.learn(ofFirst);
            return List.of(ofFirst, enricher.complete(List.of(second), asked));
        });

        assertThat(complete.get(0).get(0).issues()).isEmpty();
        assertThat(complete.get(1).get(0).issues()).extracting(Issue::code).containsExactly(IssueCode.DUPLICATE_SSCC);
    }

    @Test
    void whatTheOwnerAsksOfLotsIsLookedFor() throws IOException {
        LotPattern pattern =
                ((LotPattern.Parsed.Good) LotPattern.parse("{plant:2}{date:yyDDD}-{sequence:2}")).pattern();
        LotRules rules = new LotRules(
                Set.of("green-valley-farm"),
                Set.of(RequiredFact.EXPIRES, RequiredFact.SOURCE),
                List.of(new LotRules.OfSource(new Gln("0614141000005"), pattern)));

        assertThat(codes(shipped("a").lot("P126063-01").from(FARM).expires("2026-04-01"), asked(rules, true)))
                .containsExactly(IssueCode.LOT_FACT_MISSING);
        assertThat(codes(shipped("b").lot("A1").from(FARM).expires("2026-04-01"), asked(rules, false)))
                .containsExactly(IssueCode.LOT_PATTERN, IssueCode.LOT_FACT_MISSING, IssueCode.LOT_ASSIGNED_BY_OTHER);
        assertThat(codes(shipped("c").lot("A1").from(RETAILER).expires("2026-04-01"), asked(LotRules.NONE, true)))
                .isEmpty();
        take("lot,gtin,expires,lot_source_gln\nA1,00614141000012,2026-04-01,0614141000012\n");
        assertThat(codes(shipped("d").lot("A1").from(FARM), asked(rules, false)))
                .as("a lot that is known, of another source")
                .isEmpty();
    }

    private static EventSamples shipped(String id) {
        return EventSamples.shipped(id).gtin(ROMAINE);
    }

    private static EventSamples unit(String id) {
        return shipped(id).pallet(PALLET_1).cases("40");
    }

    private static Asked minimum(int days, int percent) {
        return new Asked(Expectation.MAY_BE_NEW, LotRules.NONE, true, event -> new ShelfLifeMinimum(days, percent));
    }

    private static Asked asked(LotRules rules, boolean assigns) {
        return new Asked(Expectation.MAY_BE_NEW, rules, assigns, event -> ShelfLifeMinimum.NONE);
    }

    private List<IssueCode> codes(EventSamples event) {
        return codes(event, Asked.only(Expectation.MAY_BE_NEW));
    }

    private List<IssueCode> codes(EventSamples event, Asked asked) {
        return complete(event, asked).issues().stream().map(Issue::code).toList();
    }

    private LotEvent complete(EventSamples event, Asked asked) {
        List<LotEvent> events = List.of(event.event());
        return network.ledger().inTransaction(tx -> Enricher.of(new LotRegistry(tx), events)
                .complete(events, asked)
                .get(0));
    }

    private void take(String text) throws IOException {
        network.ledger().<IOException>useTransaction(tx -> assertThat(
                        new RegistryImport(tx, new Correction("anna", "", false), count -> {})
                                .file(
                                        "file.csv",
                                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                        Optional.empty(),
                                        Mode.KEEP)
                                .problems())
                .isEmpty());
    }

    /** What is done with statuses. */
    private interface Doing {
        boolean with(LotStatuses statuses);
    }

    private boolean status(Doing doing) {
        boolean done = network.ledger().inTransaction(tx -> doing.with(new LotStatuses(tx)));
        return done;
    }

    /** The number of lot A1 of a product. */
    private long id(String gtin) {
        long id = network.ledger().inTransaction(tx -> tx.handle()
                .createQuery("select id from lot where code = 'A1' and gtin = :gtin")
                .bind("gtin", gtin)
                .mapTo(Long.class)
                .one());
        return id;
    }
}
