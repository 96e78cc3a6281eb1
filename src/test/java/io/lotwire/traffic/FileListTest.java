package io.lotwire.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came in, the last first; on a real database. */
class FileListTest {
    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
    private static final Scope ALL = new Scope.Everyone();

    private Ledger ledger;
    private javax.sql.DataSource database;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh().unpooled();
        ledger = at(NOW);
    }

    private Ledger at(Instant moment) {
        return new Ledger(database, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private long file(String partner, Instant at) {
        return at(at).inTransaction(tx -> Documents.inbox(tx, partner));
    }

    private Page<FileLine> page(Scope scope, FileFilter filter, Optional<Keyset> after, int most) {
        return ledger.inTransaction(tx -> new FileList(tx).page(scope, filter, after, most));
    }

    private static List<Long> ids(Page<FileLine> page) {
        return page.rows().stream().map(FileLine::id).toList();
    }

    @Test
    void nothingComesTwiceOrIsMissedWhileMoreComesIn() {
        List<Long> there = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            there.add(file("farm", NOW.plusSeconds(i / 2)));
        }
        List<Long> seen = new ArrayList<>();
        Optional<Keyset> after = Optional.empty();
        do {
            Page<FileLine> page = page(ALL, FileFilter.ALL, after, 2);
            seen.addAll(ids(page));
            after = page.next();
            file("farm", NOW.plusSeconds(60));
        } while (after.isPresent());

        there.sort(java.util.Comparator.reverseOrder());
        assertThat(seen).isEqualTo(there);
    }

    @Test
    void aPartnerSeesTheirOwnAlone() {
        file("farm", NOW);
        long own = file("harbor", NOW);

        assertThat(ids(page(new Scope.OfPartner("harbor"), FileFilter.ALL, Optional.empty(), 10)))
                .containsExactly(own);
        assertThat(ids(page(
                        new Scope.OfPartner("harbor"),
                        new FileFilter(
                                Optional.of("farm"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        10)))
                .isEmpty();
    }

    @Test
    void filtersHoldTogether() {
        long early = file("farm", NOW);
        long late = file("farm", NOW.plusSeconds(3600));
        ledger.useTransaction(tx -> {
            tx.inbox().park(late, new Cause(CauseCode.MAPPING_MISSING, "There is none."));
            tx.handle().execute("update inbox set file_name = 'asn_100%.edi' where id = ?", late);
            tx.handle().execute("update inbox set file_name = 'asnX1000.edi' where id = ?", early);
        });

        FileLine line = page(
                        ALL,
                        new FileFilter(
                                Optional.of("farm"),
                                Optional.empty(),
                                Optional.of(InboxState.PARKED),
                                Optional.of("asn_100%"),
                                Optional.of(NOW.plusSeconds(1)),
                                Optional.of(NOW.plusSeconds(7200))),
                        Optional.empty(),
                        10)
                .rows()
                .get(0);

        assertThat(line.id()).isEqualTo(late);
        assertThat(line.cause()).contains(new Cause(CauseCode.MAPPING_MISSING, "There is none."));
        assertThat(ids(page(
                        ALL,
                        new FileFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("asn_"),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        10)))
                .containsExactly(late);
    }

    @Test
    void aLineNamesTheFirstDocumentsAndHowManyMoreThereAre() {
        long file = file("farm", NOW);
        ledger.useTransaction(
                tx -> Documents.sets(tx, file, "farm", "856", List.of("S1", "S2", "S3", "S4", "S5"), Purpose.ORIGINAL));

        FileLine line = page(ALL, FileFilter.ALL, Optional.empty(), 10).rows().get(0);

        assertThat(line.documents()).containsExactly("856 S1", "856 S2", "856 S3");
        assertThat(line.more()).isEqualTo(2);
        assertThat(line.refused()).isFalse();
        ledger.useTransaction(tx -> tx.handle()
                .execute("update transaction_set set state = 'REJECTED', cause = 'NOT_USABLE' where ordinal = 5"));
        assertThat(page(ALL, FileFilter.ALL, Optional.empty(), 10).rows().get(0).refused())
                .isTrue();
    }
}
