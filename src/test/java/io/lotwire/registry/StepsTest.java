package io.lotwire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EarlierRows;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.json.LotEventJson;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What events tell of goods, kept in few bytes. */
class StepsTest {
    /** All that can be asked of a step, in words, without numbers that the database gave. */
    private static final String STEPS = """
            select concat_ws(' | ', type, (select code || ' of ' || coalesce(gtin, '-') from lot where id = lot_id), lot_code,
                begins, ends, coalesce(offset_minutes::text, 'no offset'), f.name, f.gln, t.name, t.gln, sscc, parent_sscc,
                quantity, unit)
            from step join occasion on occasion.id = occasion_id join party_statement f on f.id = from_party join party_statement t on t.id = to_party order by seq
            """;

    private static final List<EventSamples> SAMPLES = List.of(
            EventSamples.shipped("a")
                    .gtin(Network.ROMAINE)
                    .lot("A1")
                    .cases("60")
                    .pallet(Network.PALLET_1)
                    .onto(Network.PALLET_2)
                    .from(Network.FARM)
                    .to(Network.WAREHOUSE),
            EventSamples.shipped("b").item("vendor", "RH").lot("A2").cases("1.50"),
            EventSamples.shipped("c")
                    .lot("A3")
                    .reference("purchase-order", "4500")
                    .reference("bill-of-lading", "B-7"),
            EventSamples.shipped("d").pallet(Network.PALLET_2).to(Network.RETAILER),
            EventSamples.of(EventType.RECEIVED, "e")
                    .gtin(Network.BERRIES)
                    .lot("A1")
                    .from(Network.FARM));

    @Test
    void aStepSaysWhichLotOrUnitWentFromWhereToWhereWhenAndHowMuch() throws SQLException {
        assertThat(fresh())
                .containsExactly(
                        "shipped | A1 of 00614141000012 | 2026-03-04 00:00:00 | 2026-03-05 00:00:00 | no offset"
                                + " | Green Valley Farm | 0614141000005 | North Shore Warehouse | 0614141000012"
                                + " | 6141411234567890 | 6141411234567906 | 60 | CA",
                        "shipped | A2 of - | 2026-03-04 00:00:00 | 2026-03-05 00:00:00 | no offset | green-valley-farm | "
                                + " | (not stated) |  | 1.50 | CA",
                        "shipped | A3 | 2026-03-04 00:00:00 | 2026-03-05 00:00:00 | no offset | green-valley-farm | "
                                + " | (not stated) |  | ",
                        "shipped | 2026-03-04 00:00:00 | 2026-03-05 00:00:00 | no offset | green-valley-farm | "
                                + " | Corner Market | 0614141000029 | 6141411234567906 | ",
                        "received | A1 of 00614141000029 | 2026-03-04 00:00:00 | 2026-03-05 00:00:00 | no offset"
                                + " | Green Valley Farm | 0614141000005 | green-valley-farm |  | ");
    }

    @Test
    void eventsThatWereStoredBeforeThereWereStepsHaveTheSameOnes() throws SQLException {
        DataSource database = TestDatabase.atVersion("19").unpooled();
        Jdbi.create(database).useHandle(StepsTest::fill);

        Ledger.migrate(database);

        assertThat(steps(database)).isEqualTo(fresh());
        List<String> references = Jdbi.create(database).withHandle(StepsTest::references);
        assertThat(references).containsExactly("1 bill-of-lading B-7", "1 purchase-order 4500");
    }

    @Test
    void theDocumentsThatASetRefersToAreFoundByTheirNumbers() throws SQLException {
        Network network = new Network();
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                event("g").reference("purchase-order", "4500"),
                event("h").reference("purchase-order", "4500").reference("bill-of-lading", "B-7"));

        List<String> references = network.ledger().inTransaction(tx -> references(tx.handle()));
        assertThat(references).containsExactly("1 bill-of-lading B-7", "1 purchase-order 4500");
    }

    @Test
    void namesAndNumbersOfAnyLengthAreKept() throws SQLException {
        // Not the same again and again, which PostgreSQL would make short.
        String longest = new Random(1)
                .ints(5000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Network network = new Network();
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                event("g").from(EventSamples.party("", longest)).reference("purchase-order", longest));

        List<LotSearch.Found> found = network.ledger().inTransaction(tx -> new LotSearch(tx).inDocuments(longest));
        assertThat(found).extracting(LotSearch.Found::code).containsExactly("A1");
    }

    private static List<String> references(Handle handle) {
        return handle.createQuery("select set_id || ' ' || type || ' ' || value from document_reference order by 1")
                .mapTo(String.class)
                .list();
    }

    private static EventSamples event(String id) {
        return EventSamples.shipped(id).gtin(Network.ROMAINE).lot("A1");
    }

    @Test
    void aTimeIsAsLongAsItIsExact() {
        assertThat(Moment.of(new EventTime("2026-03-04", TimePrecision.DATE)))
                .hasValue(new Moment(at("2026-03-04T00:00"), at("2026-03-05T00:00"), null));
        assertThat(Moment.of(new EventTime("2026-03-04T14:30", TimePrecision.MINUTE)))
                .hasValue(new Moment(at("2026-03-04T14:30"), at("2026-03-04T14:31"), null));
        assertThat(Moment.of(new EventTime("2026-03-04T14:30:05-06:00", TimePrecision.SECOND)))
                .hasValue(new Moment(at("2026-03-04T14:30:05"), at("2026-03-04T14:30:06"), -360));
        assertThat(Moment.of(new EventTime("2026-03-04T14:30:00Z", TimePrecision.MINUTE)))
                .hasValue(new Moment(at("2026-03-04T14:30"), at("2026-03-04T14:31"), 0));
        assertThat(Moment.of(new EventTime("2026-02-30", TimePrecision.DATE))).isEmpty();
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private static List<String> fresh() throws SQLException {
        Network network = new Network();
        network.document("ASN-1", Purpose.ORIGINAL, SAMPLES.toArray(EventSamples[]::new));
        network.document(
                "ASN-2",
                Purpose.CANCEL,
                EventSamples.shipped("f").purpose(Purpose.CANCEL).lot("A1"));
        return network.ledger()
                .inTransaction(
                        tx -> tx.handle().createQuery(STEPS).mapTo(String.class).list());
    }

    private static List<String> steps(DataSource database) {
        return Jdbi.create(database)
                .withHandle(
                        handle -> handle.createQuery(STEPS).mapTo(String.class).list());
    }

    private static void fill(Handle handle) {
        EarlierRows.insertSet(handle);
        for (EventSamples sample : SAMPLES) {
            insert(handle, sample);
        }
        insert(handle, EventSamples.shipped("f").purpose(Purpose.CANCEL).lot("A1"));
        handle.execute("""
                insert into lot (code, gtin, kind, first_seen_at) values
                    ('A1', '00614141000012', 'LOT', now()), ('A1', '00614141000029', 'LOT', now()), ('A2', null, 'LOT', now())
                """);
        handle.execute(
                "insert into lot_item (lot_id, scheme, value) select id, 'vendor', 'RH' from lot where code = 'A2'");
    }

    private static void insert(Handle handle, EventSamples sample) {
        String json = LotEventJson.line(sample.event());
        handle.createUpdate("""
                        insert into lot_event (document_hash, event_id, set_id, lot_code, sscc, parent_sscc, stored_at, event)
                        select 1, decode(said ->> 'eventId', 'hex'), 1, said #>> '{lot,code}',
                            cast(said #>> '{logisticUnit,sscc}' as bigint), cast(said #>> '{logisticUnit,parentSscc}' as bigint),
                            now(), :event
                        from (select cast(:event as jsonb) as said) one
                        """).bind("event", json).execute();
    }
}
