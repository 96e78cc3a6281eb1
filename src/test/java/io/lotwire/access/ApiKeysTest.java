package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of programs, on a real database. */
class ApiKeysTest {
    private static final Asker ROOT = Asker.ofCommand("root");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
    }

    @Test
    void aKeyShowsWhichProgramAsks() {
        Issued<ApiKey> made = make(new NewKey("wms", Grant.of(Role.OPERATOR), TODAY.plusDays(30)));

        assertThat(made.secret())
                .matches("lwk_[a-z0-9]{10}_[A-Za-z0-9_-]{43}")
                .contains(made.to().id());
        assertThat(made.toString()).doesNotContain(made.secret());
        Asker asker = seen(made.secret()).orElseThrow().asker("192.0.2.7");
        assertThat(asker.kind()).isEqualTo(Asker.Kind.SYSTEM);
        assertThat(asker.name()).isEqualTo("wms");
        assertThat(asker.id()).isEqualTo("key-" + made.to().id());
        assertThat(asker.may(Role.OPERATOR)).isTrue();
        assertThat(asker.may(Role.INTEGRATOR)).isFalse();
    }

    @Test
    void aKeyOfAPartnerIsOfThatPartnerAlone() {
        Issued<ApiKey> made = make(new NewKey("their wms", Grant.ofPartner("farm"), TODAY));

        Asker asker = seen(made.secret()).orElseThrow().asker("192.0.2.7");
        assertThat(asker.kind()).isEqualTo(Asker.Kind.PARTNER);
        assertThat(asker.scope()).isEqualTo(new Scope.OfPartner("farm"));
    }

    @Test
    void aWrongKeyIsNone() {
        String key = make(new NewKey("wms", Grant.of(Role.VIEWER), TODAY)).secret();
        char last = key.charAt(key.length() - 1);

        assertThat(seen(key.substring(0, key.length() - 1) + (last == 'A' ? 'E' : 'A')))
                .isEmpty();
        assertThat(seen(key.replaceFirst("_..", "_zz"))).isEmpty();
        assertThat(seen(key + "A")).isEmpty();
        assertThat(seen("")).isEmpty();
        assertThat(seen(key)).isPresent();
    }

    @Test
    void aKeyIsTakenUpToItsLastDay() {
        String key = make(new NewKey("wms", Grant.of(Role.VIEWER), TODAY.plusDays(1)))
                .secret();

        clock.advance(Duration.ofHours(35));
        assertThat(seen(key)).isPresent();
        clock.advance(Duration.ofHours(1));
        assertThat(seen(key)).isEmpty();
        assertThat(this.<List<ApiKey>>inTransaction(tx -> new ApiKeys(tx).list(false)))
                .isEmpty();
        assertThat(this.<List<ApiKey>>inTransaction(tx -> new ApiKeys(tx).list(true)))
                .hasSize(1);
    }

    @Test
    void theDayOnWhichAKeyWasUsedIsKept() {
        Issued<ApiKey> made = make(new NewKey("wms", Grant.of(Role.VIEWER), TODAY.plusDays(9)));
        assertThat(made.to().usedOn()).isEmpty();

        clock.advance(Duration.ofDays(2));
        seen(made.secret());
        seen(made.secret());

        assertThat(find(made.to().id()).usedOn()).contains(TODAY.plusDays(2));
    }

    @Test
    void aKeyThatWasEndedIsNotTaken() {
        Issued<ApiKey> made = make(new NewKey("wms", Grant.of(Role.VIEWER), TODAY.plusDays(9)));
        String id = made.to().id();

        assertThat(this.<Change<ApiKey>>inTransaction(tx -> new ApiKeys(tx).end(id, ROOT, "lost")))
                .isInstanceOf(Change.Done.class);
        assertThat(seen(made.secret())).isEmpty();
        assertThat(this.<Change<ApiKey>>inTransaction(tx -> new ApiKeys(tx).end(id, ROOT, "lost")))
                .isEqualTo(new Change.NotPossible<>("The key '" + id + "' was ended before, by root."));
        assertThat(this.<Change<ApiKey>>inTransaction(tx -> new ApiKeys(tx).end("x\u0000", ROOT, "lost")))
                .isInstanceOf(Change.NotPossible.class);
        assertThat(this.<Page<AuditRow>>inTransaction(
                                tx -> new AuditTrail(tx).page(AuditFilter.ALL, Optional.empty(), 9))
                        .rows())
                .extracting(AuditRow::did)
                .containsExactly("ended", "made");
    }

    @Test
    void whatIsNoKeyIsNotMade() {
        assertThat(whyNot(new NewKey("", Grant.of(Role.VIEWER), TODAY))).contains("no name of a program");
        assertThat(whyNot(new NewKey("wms", Grant.of(Role.VIEWER), TODAY.minusDays(1))))
                .contains("must end");
        assertThat(whyNot(new NewKey("wms", Grant.of(Role.VIEWER), TODAY.plusYears(11))))
                .contains("must end");
        assertThat(whyNot(new NewKey("wms", Grant.of(Role.PARTNER), TODAY))).contains("profile");
    }

    private Issued<ApiKey> make(NewKey wanted) {
        Change<Issued<ApiKey>> change = ledger.inTransaction(tx -> new ApiKeys(tx).make(wanted, ROOT, ""));
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<Issued<ApiKey>>) change).now();
    }

    private String whyNot(NewKey wanted) {
        Change<Issued<ApiKey>> change = ledger.inTransaction(tx -> new ApiKeys(tx).make(wanted, ROOT, ""));
        return ((Change.NotPossible<Issued<ApiKey>>) change).why();
    }

    private Optional<ApiKey> seen(String key) {
        return ledger.inTransaction(tx -> new ApiKeys(tx).seen(key));
    }

    private ApiKey find(String id) {
        return ledger.inTransaction(tx -> new ApiKeys(tx).find(id)).orElseThrow();
    }

    private <T> T inTransaction(Function<LedgerTransaction, T> work) {
        return ledger.inTransaction(work::apply);
    }
}
