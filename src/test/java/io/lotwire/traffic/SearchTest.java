package io.lotwire.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bears a number is found by it; on a real database. */
class SearchTest {
    private static final Scope ALL = new Scope.Everyone();
    private static final String GTIN = "09506000110004";
    private static final String SSCC = "106141412345678908";

    private Ledger ledger;
    private long file;
    private long set;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        ledger.useTransaction(tx -> {
            file = Documents.inbox(tx, "farm");
            set = Documents.set(tx, file, "farm", "856", "ASN-4711", Purpose.ORIGINAL);
            tx.handle()
                    .execute(
                            "update inbox set message_id = '<20260310@farm.example>', file_name = 'letter.edi' where id = ?",
                            file);
            tx.handle().execute("update interchange set control_number = '000000101' where inbox_id = ?", file);
            tx.handle().execute("update transaction_set set group_control_number = '0077' where id = ?", set);
            tx.handle()
                    .execute(
                            "insert into document_reference (value, type, set_id) values ('PO-9', 'purchase-order', ?)",
                            set);
            tx.handle()
                    .execute(
                            "insert into lot (code, kind, gtin, first_seen_at) values ('R001A', 'LOT', ?, now()), ('R001B', 'LOT', ?, now()), ('R001A', 'LOT', null, now())",
                            GTIN,
                            GTIN);
            tx.handle()
                    .execute(
                            "insert into step (seq, occasion_id, sscc, unit) values (1, 1, cast(? as bigint), 'CA')",
                            SSCC);
        });
    }

    private List<Hit> find(Scope scope, String text) {
        return ledger.inTransaction(tx -> new Search(tx, List.of("farm", "harbor-3pl")).find(scope, Sought.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letter.edi",
                "20260310@farm.example",
                "<20260310@farm.example>",
                "101",
                "000000101",
                " letter.edi "
            })
    void aFileIsFoundByItsNameMessageAndInterchange(String text) {
        assertThat(find(ALL, text)).hasSize(1).allMatch(hit -> hit instanceof Hit.OfFile of && of.id() == file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASN-4711", "77", "0077", "PO-9"})
    void aDocumentIsFoundByItsNumberItsGroupAndWhatItRefersTo(String text) {
        assertThat(find(ALL, text)).hasSize(1).allMatch(hit -> hit instanceof Hit.OfDocument of && of.id() == set);
    }

    @Test
    void aLotIsFoundByItsCodeAndByWhatAScannerReads() {
        assertThat(find(ALL, "R001A"))
                .containsExactly(new Hit.OfLot("R001A", Optional.of(GTIN)), new Hit.OfLot("R001A", Optional.empty()));
        assertThat(find(ALL, "(01)" + GTIN + "(10)R001B")).containsExactly(new Hit.OfLot("R001B", Optional.of(GTIN)));
        assertThat(find(ALL, "https://id.gs1.org/01/" + GTIN + "/10/R001B"))
                .containsExactly(new Hit.OfLot("R001B", Optional.of(GTIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SSCC, "00" + SSCC, "(00)" + SSCC})
    void aUnitIsFoundByItsNumber(String text) {
        assertThat(find(ALL, text)).containsExactly(new Hit.OfUnit(SSCC));
    }

    @Test
    void whatNothingBearsIsTakenForABeginning() {
        assertThat(find(ALL, "R00"))
                .extracting(hit -> ((Hit.OfLot) hit).code())
                .containsExactly("R001A", "R001A", "R001B");
        assertThat(find(ALL, "harb")).containsExactly(new Hit.OfPartner("harbor-3pl"));
        assertThat(find(ALL, "R0")).isEmpty();
        assertThat(find(ALL, "R00%")).isEmpty();
    }

    @Test
    void aPartnerFindsTheirOwnAlone() {
        assertThat(find(new Scope.OfPartner("harbor-3pl"), "ASN-4711")).isEmpty();
        assertThat(find(new Scope.OfPartner("harbor-3pl"), "R001A")).isEmpty();
        assertThat(find(new Scope.OfPartner("harbor-3pl"), "letter.edi")).isEmpty();
        assertThat(find(new Scope.OfPartner("farm"), "ASN-4711")).hasSize(1);
    }

    @Test
    void nothingIsFoundByNothing() {
        assertThat(find(ALL, "  ")).isEmpty();
    }
}
