package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Interchanges, transaction sets and lot events. */
class DocumentLedgerTest {
    private static Ledger ledger;

    @BeforeAll
    static void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
    }

    @Test
    void anInterchangeIsNewOnceThenTheSameAgainOrOfOtherContent() {
        InterchangeKey key = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "DC", "000000123", "P");
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            InterchangeSeen first = keep(tx, inbox, key, "a", Instant.EPOCH);
            assertThat(first).isInstanceOf(InterchangeSeen.New.class);
            long id = first.interchangeId();
            long later = Documents.inbox(tx, "farm");
            assertThat(keep(tx, later, key, "a", Instant.EPOCH)).isEqualTo(new InterchangeSeen.SameAgain(id, inbox));
            assertThat(keep(tx, later, key, "b", Instant.EPOCH)).isEqualTo(new InterchangeSeen.OtherContent(id, inbox));
        });
    }

    @Test
    void aControlNumberMayBeUsedAnewWhenTheLookBackIsOverAndIsThenTakenAgain() {
        InterchangeKey key = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "DC", "000000125", "P");
        long inbox = ledger.inTransaction(tx -> Documents.inbox(tx, "farm"));
        InterchangeSeen first = ledger.inTransaction(tx -> keep(tx, inbox, key, "a", Instant.EPOCH));
        Instant later = Instant.now().plusSeconds(60);
        InterchangeSeen anew = ledger.inTransaction(tx -> keep(tx, inbox, key, "b", later));
        InterchangeSeen again = ledger.inTransaction(tx -> keep(tx, inbox, key, "b", Instant.EPOCH));

        assertThat(anew).isInstanceOf(InterchangeSeen.New.class);
        assertThat(anew.interchangeId()).isNotEqualTo(first.interchangeId());
        assertThat(again).isEqualTo(new InterchangeSeen.SameAgain(anew.interchangeId(), inbox));
    }

    @Test
    void testAndProductionMayShareAControlNumber() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            InterchangeKey production = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "DC", "000000124", "P");
            InterchangeKey test = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "DC", "000000124", "T");
            keep(tx, inbox, production, "a", Instant.EPOCH);
            assertThat(keep(tx, inbox, test, "a", Instant.EPOCH)).isInstanceOf(InterchangeSeen.New.class);
        });
    }

    @Test
    void aSetKeepsItsProblemsAndThoseOfItsTranslation() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, inbox, "farm", "856", "", Purpose.ORIGINAL);
            Problem problem = Problem.warning(
                    IssueCode.DATE_INVALID, Place.inFile("asn.edi"), "20261340 is no date; use CCYYMMDD.");
            tx.sets()
                    .settle(List.of(new SetOutcome(
                            set,
                            new SetProgress.Translated("ASN-1"),
                            Purpose.ORIGINAL,
                            List.of(problem),
                            Optional.empty())));
            SetRow row = tx.sets().of(inbox).get(0);
            assertThat(row.documentNumber()).contains("ASN-1");
            assertThat(row.problems())
                    .containsExactly(new StoredProblem(
                            "DATE_INVALID",
                            "warning",
                            "asn.edi",
                            "20261340 is no date; use CCYYMMDD.",
                            Place.inFile(""),
                            StoredProblem.Stage.TRANSLATION));
        });
    }

    @Test
    void aProblemKeepsThePartsOfItsPlace() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            Place place = new Place("asn.edi", "000000124", "7", "0001", 13, "HL", 2, 1, 3, 418);
            tx.inbox()
                    .settle(List.of(new FileOutcome(
                            inbox,
                            new InboxProgress.Read(),
                            List.of(Problem.error(IssueCode.DATE_INVALID, place, "No date; send one.")),
                            Optional.empty())));
            assertThat(tx.inbox().problems(inbox))
                    .containsExactly(new StoredProblem(
                            "DATE_INVALID",
                            "error",
                            place.toString(),
                            "No date; send one.",
                            place.withFile(""),
                            StoredProblem.Stage.READING));
        });
    }

    @Test
    void aProblemThatAnEarlierVersionStoredIsReadWithoutThem() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            tx.handle()
                    .createUpdate("update inbox set problems = cast(:json as jsonb) where id = :id")
                    .bind("json", """
                            [{"code": "LOT_REQUIRED", "severity": "error", "place": "segment 13 (HL), byte 418",
                              "message": "No lot."}]
                            """)
                    .bind("id", inbox)
                    .execute();
            assertThat(tx.inbox().problems(inbox))
                    .containsExactly(
                            new StoredProblem("LOT_REQUIRED", "error", "segment 13 (HL), byte 418", "No lot."));
        });
    }

    @Test
    void eventsThatAreStoredAlreadyAreNotNew() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, inbox, "farm", "856", "ASN-2", Purpose.ORIGINAL);
            List<EventToStore> one = List.of(stored(set, "e1"), stored(set, "e2"));
            List<EventToStore> two = List.of(stored(set, "e2"), stored(set, "e3"));
            assertThat(tx.events().store(one)).containsOnlyKeys(EventSamples.id("e1"), EventSamples.id("e2"));
            assertThat(tx.events().store(two)).containsOnlyKeys(EventSamples.id("e3"));
        });
    }

    @Test
    void eventsAreStoredInTheTransactionOfTheirSetOrNotAtAll() {
        try {
            ledger.useTransaction(tx -> {
                long inbox = Documents.inbox(tx, "farm");
                long set = Documents.set(tx, inbox, "farm", "856", "ASN-3", Purpose.ORIGINAL);
                tx.events().store(List.of(stored(set, "lost")));
                throw new IllegalArgumentException("a crash");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("a crash");
        }
        Map<String, Long> stored = ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, inbox, "farm", "856", "ASN-3", Purpose.ORIGINAL);
            return tx.events().store(List.of(stored(set, "lost")));
        });
        assertThat(stored).containsOnlyKeys(EventSamples.id("lost"));
    }

    @Test
    void ofTheSameInterchangeTwiceAtOnceTheFirstIsNew() {
        InterchangeKey key = new InterchangeKey("farm", "ZZ", "FARM", "ZZ", "DC", "000000126", "P");
        ledger.useTransaction(tx -> {
            long first = Documents.inbox(tx, "farm");
            long second = Documents.inbox(tx, "farm");
            List<InterchangeSeen> seen = tx.interchanges()
                    .keep(List.of(
                            new SeenInterchanges.Seen(first, key, "a", Instant.EPOCH),
                            new SeenInterchanges.Seen(second, key, "a", Instant.EPOCH)));
            assertThat(seen.get(0)).isInstanceOf(InterchangeSeen.New.class);
            assertThat(seen.get(1))
                    .isEqualTo(new InterchangeSeen.SameAgain(seen.get(0).interchangeId(), first));
        });
    }

    private static InterchangeSeen keep(
            LedgerTransaction tx, long inbox, InterchangeKey key, String sha256, Instant takenSince) {
        return tx.interchanges()
                .keep(List.of(new SeenInterchanges.Seen(inbox, key, sha256, takenSince)))
                .get(0);
    }

    private static EventToStore stored(long set, String id) {
        LotEvent event =
                EventSamples.shipped(id).lot("A1").gtin("00614141000012").event();
        return EventSamples.toStore(set, event);
    }
}
