package io.lotwire.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Condition;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.recall.Notice.State;
import io.lotwire.recall.Recall.Deed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recall is opened as a whole and once; who does not answer is reminded, and nobody is told twice. */
class RecallOpeningTest {
    private static final Scope A1 = RecallScene.lot("A1");

    @TempDir
    private Path folder;

    private RecallScene scene;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(folder);
        scene.retailer("as: csv, over: folder, remindAfter: 24h, answerWithin: 30h");
        scene.usual();
    }

    @Test
    void itsLotsAreRecalledItsPartnersAreToldAndOthersAreToBeTelephoned() {
        Recall recall = scene.recall(scene.open(A1, false).orElseThrow().id());

        assertThat(recall.events()).extracting(Recall.Event::did).containsExactly(Deed.OPENED, Deed.HELD, Deed.QUEUED);
        assertThat(recall.notices())
                .extracting(Notice::name, Notice::format, Notice::wire, notice -> notice.state(false))
                .containsExactly(
                        tuple("Fairway Markets", "csv", "folder", State.DUE),
                        tuple("Corner Shop", "", "", State.BY_TELEPHONE));
        assertThat(scene.count("select count(*) from lot_status s join lot l on l.id = s.lot_id where l.code = 'A1'"
                        + " and s.status = 'recalled' and s.until is null and s.why = 'Salmonella' and s.reference = 'recall "
                        + recall.id() + "'"))
                .isOne();
        assertThat(scene.count("select count(*) from lot_status")).isOne();
    }

    @Test
    void aNoticeTellsWhatTheyGotAndNothingElse() throws IOException {
        Recall recall = scene.recall(scene.open(A1, false).orElseThrow().id());

        List<LotEvent> goods = scene.ledger()
                .<List<LotEvent>, IOException>inTransaction(tx ->
                        new Recalls(tx).goods(recall.notices().get(0).id()).toList());

        assertThat(goods).singleElement().satisfies(event -> {
            assertThat(event.condition()).isEqualTo(Condition.RECALLED);
            assertThat(event.lot().code()).isEqualTo("A1");
            assertThat(event.quantity().value()).isEqualByComparingTo("50");
            assertThat(event.unit().sscc().digits()).isEqualTo("006141411234567890");
            assertThat(event.reference("recall")).isEqualTo(Long.toString(recall.id()));
            assertThat(event.reference("asn")).isEqualTo("S2");
            assertThat(event.reason().text()).isEqualTo("Salmonella");
        });
    }

    @Test
    void openedAgainItIsTheSameRecallAndNobodyIsToldTwice() {
        long first = scene.open(A1, false).orElseThrow().id();
        RecallOpening.Opened again = scene.open(A1, false).orElseThrow();

        assertThat(again.id()).isEqualTo(first);
        assertThat(again.isNew()).isFalse();
        assertThat(scene.count("select count(*) from delivery")).isOne();
        assertThat(scene.count("select count(*) from recall_event")).isEqualTo(3);
    }

    @Test
    void openedByManyAtOnceItIsOpenedOnce() {
        List<Long> opened = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> scene.open(A1, false).orElseThrow().id())
                .distinct()
                .toList();

        assertThat(opened).hasSize(1);
        assertThat(scene.count("select count(*) from recall")).isOne();
        assertThat(scene.count("select count(*) from delivery")).isOne();
    }

    @Test
    void aRecallOfManyShipmentsToManyPartiesTakesAsManyStatementsAsOneOfFew() {
        for (int i = 0; i < 60; i++) {
            Party customer = EventSamples.party("", "Customer " + i);
            scene.document(
                    "M" + i,
                    RecallScene.shipped("m" + i, "B1", "2", RecallScene.US, customer)
                            .reference("asn", "M" + i),
                    RecallScene.shipped("n" + i, "B1", "3", RecallScene.US, customer)
                            .pallet("00061414123456" + (1000 + i)));
        }
        scene.statements();
        scene.open(A1, false);
        int few = scene.statements();
        scene.open(RecallScene.lot("B1"), false);

        assertThat(scene.statements()).isEqualTo(few);
        assertThat(scene.count("select count(*) from recall_notice")).isEqualTo(2 + 61);
    }

    @Test
    void whatNobodyKnowsIsNotOpened() {
        Optional<RecallOpening.Opened> opened = scene.open(RecallScene.lot("Z9"), false);

        assertThat(opened).isEmpty();
        assertThat(scene.count("select count(*) from recall")).isZero();
    }

    @Test
    void aDrillHoldsNothingAndSendsOnlyWhereATestIsAgreed() throws IOException {
        Recall silent = scene.recall(scene.open(A1, true).orElseThrow().id());
        scene.ledger().useTransaction(tx -> new Recalls(tx).close(silent.id(), "ann", ""));
        scene.retailer("as: '864', over: folder, test: true");
        RecallOpening.Opened opened = scene.open(A1, true).orElseThrow();

        assertThat(silent.notices()).extracting(notice -> notice.state(true)).containsOnly(State.NOT_TOLD);
        assertThat(scene.recall(opened.id()).notices())
                .extracting(Notice::name, notice -> notice.state(true))
                .containsExactly(tuple("Fairway Markets", State.DUE), tuple("Corner Shop", State.NOT_TOLD));
        assertThat(opened.times()).containsOnlyKeys("find the lots", "follow them", "make notices due");
        assertThat(scene.count("select count(*) from lot_status")).isZero();
        assertThat(scene.count("select count(*) from delivery")).isOne();
    }

    @Test
    void whatBecomesOfANoticeIsWrittenDownOnce() {
        long id = scene.open(A1, false).orElseThrow().id();
        assertThat(scene.look()).isEqualTo(new RecallWatch.Found(0, 0, 0));

        scene.becomes(DeliveryState.CONFIRMED);

        assertThat(scene.look().settled()).isOne();
        assertThat(scene.look().settled()).isZero();
        assertThat(scene.recall(id).events()).last().satisfies(event -> {
            assertThat(event.did()).isEqualTo(Deed.CONFIRMED);
            assertThat(event.by()).isEqualTo(Recall.GATEWAY);
            assertThat(event.about()).isEqualTo("Fairway Markets");
            assertThat(event.note()).isEqualTo("it is there");
        });
        assertThat(scene.recall(id).notices().get(0).state(false)).isEqualTo(State.CONFIRMED);
    }

    @Test
    void whoDoesNotAnswerIsRemindedEachTimeOnceAndAtMostThreeTimes() {
        long id = scene.open(A1, false).orElseThrow().id();
        scene.later(Duration.ofHours(25));
        assertThat(scene.look().reminded())
                .as("what did not come is not reminded of")
                .isZero();

        for (int reminder = 1; reminder <= RecallWatch.MOST_REMINDERS; reminder++) {
            scene.becomes(DeliveryState.CONFIRMED);
            assertThat(scene.look().reminded()).isOne();
            assertThat(scene.look().reminded()).isZero();
            scene.later(Duration.ofHours(25));
        }
        scene.becomes(DeliveryState.CONFIRMED);

        assertThat(scene.look().reminded()).isZero();
        assertThat(scene.recall(id).notices().get(0).sendings())
                .extracting(Notice.Sending::ordinal)
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void whoAnsweredIsNotRemindedAndWhoIsLateIsSaidOnce() {
        long id = scene.open(A1, false).orElseThrow().id();
        scene.becomes(DeliveryState.CONFIRMED);
        boolean answered = scene.ledger()
                .inTransaction(tx -> new Recalls(tx).answer(id, "fairway-markets", "ben", "48 cases, set aside"));
        boolean unknown = scene.ledger().inTransaction(tx -> new Recalls(tx).answer(id, "nobody", "ben", "hello"));
        scene.later(Duration.ofHours(49));

        assertThat(answered).isTrue();
        assertThat(unknown).isFalse();
        RecallWatch.Found found = scene.look();
        assertThat(found.reminded()).isZero();
        assertThat(found.overdue()).as("the corner shop, by telephone").isOne();
        assertThat(scene.look().overdue()).isZero();
        assertThat(scene.recall(id).notices())
                .extracting(notice -> notice.state(false), Notice::overdue)
                .containsExactly(tuple(State.ANSWERED, false), tuple(State.BY_TELEPHONE, true));
    }

    @Test
    void aClosedRecallRemindsNobodyAndTheSameGoodsCanBeRecalledAnew() {
        long id = scene.open(A1, false).orElseThrow().id();
        scene.becomes(DeliveryState.CONFIRMED);
        boolean closed = scene.ledger().inTransaction(tx -> new Recalls(tx).close(id, "ann", "all is back"));
        boolean again = scene.ledger().inTransaction(tx -> new Recalls(tx).close(id, "ann", ""));
        scene.later(Duration.ofHours(49));

        assertThat(closed).isTrue();
        assertThat(again).isFalse();
        assertThat(scene.look()).isEqualTo(new RecallWatch.Found(0, 0, 0));
        assertThat(scene.open(A1, false).orElseThrow().id()).isNotEqualTo(id);
    }

    @Test
    void whatWasKnownStaysAndWhatCameSinceIsTold() {
        long id = scene.open(A1, false).orElseThrow().id();
        Affected then = scene.ledger().inTransaction(tx -> new Recalls(tx).affected(id));
        scene.document(
                "S9",
                RecallScene.shipped("90", "A1", "2", RecallScene.US, RecallScene.RETAILER)
                        .on("2026-03-09"));

        assertThat(scene.recall(id).affectedSha256()).isEqualTo(then.sha256());
        assertThat(KnownSince.between(then, scene.affected(A1)))
                .containsExactly(
                        "certain   Fairway Markets got some of it (profile fairway-markets)",
                        "certain   2026-03-09 shipped from Northgate Distribution to Fairway Markets: lot A1, Romaine,"
                                + " GTIN 00614141000012, 856 S9");
    }
}
