package io.lotwire.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.registry.importing.RegistryImport.Mode;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of lots, products and parties, on a real database. */
class RegistryImportTest {
    private static final String CHANGES =
            "select concat_ws(' | ', changed_by, why, field, coalesce(before, '-'), after)"
                    + " from registry_change where field <> '' order by id";

    private MasterData registry;

    @BeforeEach
    void open() throws SQLException {
        registry = new MasterData();
    }

    @Test
    void whatIsNotKnownIsNewAndTheSameAgainChangesNothing() throws IOException {
        String file = """
                lot,gtin,item_ids,expires,attributes.field
                A1,00614141000012,vendor:RH-24 sku:9,2026-04-01,North
                A2,614141000012,,2026-04-02,
                C3,,vendor:BB%2012,2026-04-03,
                """;

        assertThat(counts(registry.take(file))).containsExactly(3L, 0L, 0L);
        assertThat(counts(registry.take(file))).containsExactly(0L, 0L, 3L);
        assertThat(registry.ask(
                        "select concat_ws(' | ', code, coalesce(gtin, '-'), kind, expires, attributes ->> 'field',"
                                + " (select string_agg(scheme || ':' || value, ',' order by scheme) from lot_item where lot_id = lot.id))"
                                + " from lot order by code"))
                .containsExactly(
                        "A1 | 00614141000012 | LOT | 2026-04-01 | North | sku:9,vendor:RH-24",
                        "A2 | 00614141000012 | LOT | 2026-04-02",
                        "C3 | - | LOT | 2026-04-03 | vendor:BB 12");
        assertThat(registry.ask("select changed_by || ' made ' || count(*) from registry_change group by changed_by"))
                .containsExactly("anna made 3");
    }

    @Test
    void aCorrectedFactReplacesTheOldOneAndLeavesWhatWasKnownBefore() throws IOException {
        registry.take("lot,gtin,expires,packed\nA1,00614141000012,2026-04-01,2026-03-01\n");

        ImportOutcome outcome =
                registry.take("lot,gtin,expires,packed,attributes.field\nA1,00614141000012,2026-04-09,,North\n");

        assertThat(counts(outcome)).containsExactly(0L, 1L, 0L);
        assertThat(registry.ask("select expires || ' ' || packed from lot")).containsExactly("2026-04-09 2026-03-01");
        assertThat(registry.ask(CHANGES))
                .containsExactly(
                        "anna | letter of the supplier | expires | 2026-04-01 | 2026-04-09",
                        "anna | letter of the supplier | attributes.field | - | North");
    }

    @Test
    void changesAreOnlyEverAddedTo() throws IOException {
        registry.take("lot,gtin\nA1,00614141000012\n");

        for (String harm : List.of(
                "update registry_change set changed_by = 'x'",
                "delete from registry_change",
                "truncate registry_change")) {
            assertThatThrownBy(() ->
                            registry.ledger().useTransaction(tx -> tx.handle().execute(harm)))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void aLotThatHadNoGtinGetsItByAProductNumberThatTheyShare() throws IOException {
        registry.take("lot,item_ids,expires\nC3,vendor:BB-12,2026-04-03\n");

        ImportOutcome outcome = registry.take("lot,gtin,item_ids\nC3,00614141000029,vendor:BB-12\n");

        assertThat(counts(outcome)).containsExactly(0L, 1L, 0L);
        assertThat(registry.ask("select gtin || ' ' || expires from lot")).containsExactly("00614141000029 2026-04-03");
    }

    @Test
    void anotherSourceOfALotCodeIsRefusedUnlessItIsSaidToBeACorrection() throws IOException {
        registry.take("lot,gtin,lot_source_gln\nA1,00614141000012,0614141000005\n");
        String other = "lot,gtin,lot_source_gln\nA1,00614141000012,0614141000012\n";

        assertThat(registry.problems(other))
                .containsExactly(
                        "lots.csv:2: error SOURCE_REASSIGNED: The code of lot A1 was assigned by 0614141000005,"
                                + " the file says 0614141000012: a source never changes. Is what is known wrong, say --correct.");
        assertThat(registry.ask("select source_gln from lot")).containsExactly("0614141000005");
        assertThat(counts(registry.take(other, new Correction("anna", "", true), Mode.KEEP)))
                .containsExactly(0L, 1L, 0L);
        assertThat(registry.ask("select source_gln from lot")).containsExactly("0614141000012");
    }

    @Test
    void aDryRunSaysWhatWouldBeAndTakesNothing() throws IOException {
        ImportOutcome outcome =
                registry.take("lot,gtin\nA1,00614141000012\n", new Correction("anna", "", false), Mode.DRY_RUN);

        assertThat(counts(outcome)).containsExactly(1L, 0L, 0L);
        assertThat(registry.ask("select code from lot")).isEmpty();
        assertThat(registry.ask("select field from registry_change")).isEmpty();
    }

    @Test
    void allProblemsAreToldWithTheirPlacesAndNothingOfTheFileIsTaken() throws IOException {
        assertThat(registry.problems("""
                        lot,gtin,expires
                        A1,00614141000012,2026-04-01
                        A2,00614141000013,20260401
                        A3,,2026-04-01
                        A4,00614141000012
                        """))
                .containsExactly(
                        "lots.csv:3, column 2 (gtin): error VALUE_MALFORMED: 'gtin' is '00614141000013', but must be a GTIN: 8,"
                                + " 12, 13 or 14 digits with a good check digit: correct it.",
                        "lots.csv:3, column 3 (expires): error VALUE_MALFORMED: 'expires' is '20260401', but must be a day that"
                                + " exists, such as 2026-12-31: correct it.",
                        "lots.csv:4: error KEY_MISSING: A lot needs its code in 'lot', and its product in 'gtin' or 'item_ids':"
                                + " add them.",
                        "lots.csv:5: error FIELD_COUNT_WRONG: The row has 2 fields, but the first line names 3 columns: quote a"
                                + " field that holds a separator.");
        assertThat(registry.ask("select code from lot")).isEmpty();
    }

    @Test
    void aColumnThatIsNoneIsToldWithTheOneThatIsMeant() throws IOException {
        assertThat(registry.problems("lot,gtin,expire\nA1,00614141000012,2026-04-01\n"))
                .singleElement()
                .asString()
                .startsWith("lots.csv:1, column 3 (expire): error FACT_UNKNOWN: The column 'expire' is none of lots."
                        + " Did you mean 'expires'?");
        assertThat(registry.problems("colour,size\nred,1\n"))
                .singleElement()
                .asString()
                .contains("KIND_UNKNOWN");
        assertThat(registry.problems("")).singleElement().asString().contains("FILE_EMPTY");
    }

    @Test
    void aRecordThatStandsInTheFileTwiceIsTold() throws IOException {
        assertThat(registry.problems(
                        "lot,gtin,item_ids\nA1,00614141000012,\nA1,614141000012,\nB,,sku:1\nB,,sku:1 sku:2\n"))
                .containsExactly(
                        "lots.csv:3: error RECORD_REPEATED: Lot A1 of this product stands in line 2 already: keep one of them.",
                        "lots.csv:5: error RECORD_REPEATED: Lot B of this product stands in line 4 already: keep one of them.");
        assertThat(registry.problems("gln,name\n0614141000005,Farm\n,farm\n"))
                .containsExactly(
                        "lots.csv:3: error RECORD_REPEATED: The party stands in line 2 already: keep one of them.");
        assertThat(registry.problems("gtin,product_id\n,sku:1\n00614141000012,sku:1\n"))
                .containsExactly(
                        "lots.csv:3: error RECORD_REPEATED: The product stands in line 2 already: keep one of them.");
    }

    @Test
    void aLotThatMayBeOneOfSeveralIsNotGuessed() throws IOException {
        registry.take("lot,gtin,item_ids\nA1,00614141000012,sku:1\nA1,00614141000029,sku:1\n");

        assertThat(registry.problems("lot,item_ids\nA1,sku:1\n"))
                .containsExactly(
                        "lots.csv:2: error RECORD_AMBIGUOUS: Lot A1 without a GTIN may be one of 2 lots of this code"
                                + " that share its product number: name the GTIN.");
    }

    @Test
    void partiesAreToldApartByGlnDunsAndName() throws IOException {
        registry.take("gln,duns,name\n0614141000005,123456789,Farm\n,,Corner Market\n");

        ImportOutcome outcome = registry.take("""
                gln,duns,name,parent
                ,123456789,Green Valley Farm,
                0614141000029,,corner market,Green Valley Farm
                0614141000012,,Farm,
                """);

        assertThat(MasterData.counts(outcome, RecordKind.PARTY)).containsExactly(1L, 2L, 0L);
        assertThat(registry.ask("select concat_ws(' | ', gln, duns, name, parent) from party order by gln"))
                .containsExactly(
                        "0614141000005 | 123456789 | Green Valley Farm",
                        "0614141000012 | Farm",
                        "0614141000029 | corner market | Green Valley Farm");
        assertThat(registry.problems("name,parent\nStore,Nobody\n"))
                .singleElement()
                .asString()
                .contains("PARENT_UNKNOWN", "'Nobody'");
    }

    @Test
    void jsonIsTakenAsAnArrayAndLineByLine() throws IOException {
        String lot =
                "{\"kind\": \"lot\", \"lot\": \"A1\", \"gtin\": \"00614141000012\", \"itemIds\": [\"vendor:RH 24\"]}";
        String product =
                "{\"kind\": \"product\", \"gtin\": \"00614141000012\", \"shelfLifeDays\": 14, \"units\": [\"CA:12EA\"],"
                        + " \"attributes\": {\"colour\": \"green\"}}";

        ImportOutcome array = registry.take("[" + lot + ",\n" + product + "]");
        assertThat(MasterData.counts(array, RecordKind.LOT)).containsExactly(1L, 0L, 0L);
        assertThat(MasterData.counts(array, RecordKind.PRODUCT)).containsExactly(1L, 0L, 0L);
        ImportOutcome lines = registry.take(lot + "\n" + product + "\n");
        assertThat(MasterData.counts(lines, RecordKind.LOT)).containsExactly(0L, 0L, 1L);
        assertThat(MasterData.counts(lines, RecordKind.PRODUCT)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void whatIsWrongInJsonIsToldByLineAndKey() throws IOException {
        assertThat(registry.problems("""
                        {"kind": "lot", "lot": "A1", "gtin": "00614141000013"}
                        {"kind": "lot", "lot": "A1", "gtin": "00614141000012", "expire": "2026-04-01"}
                        {"kind": "pallet"}
                        {"kind": "lot", "lot": "A\\u0000", "gtin": "00614141000012"}
                        {"kind": "lot",
                        """))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("lots.csv:1, gtin: error VALUE_MALFORMED: "),
                        second -> assertThat(second)
                                .startsWith("lots.csv:2, expire: error FACT_UNKNOWN: ")
                                .contains("Did you mean 'expires'?"),
                        third -> assertThat(third).startsWith("lots.csv:3, kind: error KIND_UNKNOWN: "),
                        fourth -> assertThat(fourth)
                                .startsWith("lots.csv:4, lot: error VALUE_MALFORMED: ")
                                .contains("NUL"),
                        fifth -> assertThat(fifth).startsWith("lots.csv:").contains("JSON_MALFORMED"));
    }

    @Test
    void whatIsExportedIsImportedToTheSame() throws Exception {
        registry.take("""
                lot,gtin,item_ids,lot_kind,description,expires,lot_source_gln,attributes.a b,attributes.c
                '=1+1,00614141000012,vendor:R%2025%25 sku:-1,tlc,"Romaine, ""hearts""
                and more",2026-04-01,0614141000005,x,
                ''A,00614141000012,,production-code,' leading,,,,+y
                L,,vendor:1:2,,,,,,
                """);
        registry.take("""
                {"kind":"product","gtin":"00614141000012","brand":"B","netWeight":12.50,"minimumTemperature":-1.0,"units":["CA:12EA"]}
                {"kind":"product","productId":"vendor:RH-24","shelfLifeDays":14}
                {"kind":"party","gln":"0614141000005","name":"Farm","partyKind":"location","parent":"Farmers",
                 "latitude":"36.6","roles":["grower","packer"],"timeZone":"America/Chicago"}
                {"kind":"party","name":"Farmers"}
                """);
        MasterData fromCsv = new MasterData();
        MasterData fromJson = new MasterData();

        for (RecordKind kind : RecordKind.values()) {
            assertThat(fromCsv.take(registry.csv(kind)).problems()).isEmpty();
        }
        assertThat(fromJson.take(registry.json()).problems()).isEmpty();

        for (RecordKind kind : RecordKind.values()) {
            assertThat(registry.csv(kind).lines()).hasSizeGreaterThan(1);
            assertThat(fromCsv.csv(kind)).isEqualTo(registry.csv(kind));
            assertThat(fromJson.csv(kind)).isEqualTo(registry.csv(kind));
            assertThat(MasterData.counts(registry.take(registry.csv(kind)), kind)
                            .subList(0, 2))
                    .containsExactly(0L, 0L);
        }
        assertThat(fromCsv.json()).isEqualTo(registry.json());
        assertThat(registry.ask("select code from lot order by code collate \"C\""))
                .containsExactly("'A", "=1+1", "L");
    }

    @Test
    void anImportThatDiesInTheMiddleLeavesNothing() throws Exception {
        PipedOutputStream writing = new PipedOutputStream();
        PipedInputStream reading = new PipedInputStream(writing, 1 << 16);
        CompletableFuture<ImportOutcome> importing = CompletableFuture.supplyAsync(() -> {
            try {
                return registry.take(reading);
            } catch (IOException failed) {
                throw new CompletionException(failed);
            }
        });
        writing.write("lot,gtin\n".getBytes(StandardCharsets.US_ASCII));
        writing.write(rows(0, 10_000).getBytes(StandardCharsets.US_ASCII));
        Jdbi other = Jdbi.create(registry.database().unpooled());
        await("rows are on their way in")
                .atMost(Duration.ofSeconds(30))
                .until(() -> other.withHandle(handle -> handle.createQuery(
                                        "select count(*) from pg_stat_activity where datname = current_database()"
                                                + " and pid <> pg_backend_pid() and query like 'insert into staged_lot%'")
                                .mapTo(Long.class)
                                .one())
                        == 1);
        other.useHandle(handle -> handle.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()"));
        writing.write(rows(10_000, 12_000).getBytes(StandardCharsets.US_ASCII));
        writing.close();

        assertThatThrownBy(importing::join).isInstanceOf(CompletionException.class);
        assertThat(registry.ask("select code from lot")).isEmpty();
        assertThat(registry.ask("select field from registry_change")).isEmpty();
    }

    @Test
    void aHundredThousandLotsTakeFarLessThanAMinute() throws IOException {
        long begin = System.nanoTime();

        ImportOutcome outcome = registry.take(
                "lot,gtin,expires,description\n" + rows(0, 100_000).replace("\n", ",2026-04-01,Romaine hearts\n"));

        assertThat(counts(outcome)).containsExactly(100_000L, 0L, 0L);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aFilledDatabaseOfTheVersionBeforeKeepsItsLotsAndTakesFilesAboutThem() throws Exception {
        var database = TestDatabase.atVersion("20");
        DataSource source = database.unpooled();
        Jdbi.create(source).useHandle(handle -> {
            handle.execute("insert into lot (code, gtin, kind, expires, first_seen_at)"
                    + " values ('A1', '00614141000012', 'BATCH', '2026-04-01', now())");
            handle.execute("insert into lot (code, kind, first_seen_at) values ('C3', 'LOT', now())");
            handle.execute("insert into lot_item select id, 'vendor', 'BB-12' from lot where code = 'C3'");
        });

        Ledger.migrate(source);

        MasterData upgraded = new MasterData(database);
        assertThat(upgraded.csv(RecordKind.LOT))
                .contains("A1,00614141000012,,batch,,2026-04-01,", "C3,,vendor:BB-12,lot,");
        assertThat(counts(
                        upgraded.take("lot,gtin,item_ids,packed\nA1,00614141000012,,2026-03-01\nC3,,vendor:BB-12,\n")))
                .containsExactly(0L, 1L, 1L);
    }

    private static List<Long> counts(ImportOutcome outcome) {
        assertThat(outcome.problems()).isEmpty();
        return MasterData.counts(outcome, RecordKind.LOT);
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append('L').append(i).append(",00614141000012\n");
        }
        return rows.toString();
    }
}
