package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.SignIn.Outcome;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may sign in, on a real database. */
class AccountsTest {
    private static final Asker ROOT = Asker.ofCommand("root");
    private static final String HERE = "192.0.2.7";
    private static final String BROWSER = "Firefox";

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;
    private Jdbi database;

    @BeforeEach
    void open() throws SQLException {
        var address = TestDatabase.fresh();
        ledger = new Ledger(address.unpooled(), clock);
        database = Jdbi.create(address.unpooled());
    }

    @Test
    void anAccountSignsInWithItsNewPasswordAndMustChangeIt() {
        Issued<Account> made = make("Ada", Role.OPERATOR);

        assertThat(made.to().name()).isEqualTo("ada");
        assertThat(made.to().mustChange()).isTrue();
        assertThat(made.toString()).doesNotContain(made.secret());
        Issued<Session> session = in(signIn(" ADA ", made.secret()));
        assertThat(session.toString()).doesNotContain(session.secret());
        assertThat(session.to().account().mustChange()).isTrue();
        assertThat(session.to().account().signedInAt()).contains(clock.instant());
        Asker asker = session.to().asker(HERE);
        assertThat(asker.kind()).isEqualTo(Asker.Kind.PERSON);
        assertThat(asker.may(Role.VIEWER)).isTrue();
        assertThat(asker.may(Role.INTEGRATOR)).isFalse();
        assertThat(deeds()).containsExactly("root made ada", "ada signed-in ada");
    }

    @Test
    void whatIsNoAccountIsNotMade() {
        make("ada", Role.VIEWER);

        assertThat(whyNot(new NewAccount("Ada", "", Grant.of(Role.VIEWER)))).contains("already");
        assertThat(whyNot(new NewAccount("a b", "", Grant.of(Role.VIEWER)))).contains("is no name");
        assertThat(whyNot(new NewAccount("a\u0000b", "", Grant.of(Role.VIEWER))))
                .contains("is no name");
        assertThat(whyNot(new NewAccount("bob", "", new Grant(Role.PARTNER, "", true))))
                .contains("profile");
        assertThat(whyNot(new NewAccount("bob", "", new Grant(Role.VIEWER, "farm", true))))
                .contains("partner");
        assertThat(deeds()).hasSize(1);
    }

    @Test
    void whoIsOfAPartnerSeesThatPartnerAlone() {
        Issued<Account> made = done(tx -> new Accounts(tx)
                .make(new NewAccount("maria", "Maria of Green Valley", Grant.ofPartner("farm")), ROOT, ""));
        Asker asker = made.to().asker(HERE);

        assertThat(asker.kind()).isEqualTo(Asker.Kind.PARTNER);
        assertThat(asker.scope()).isEqualTo(new Scope.OfPartner("farm"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        make("ada", Role.VIEWER);

        for (int i = 0; i < WrongTries.FREE; i++) {
            assertThat(signIn("ada", "no such password")).isEqualTo(new Outcome.Wrong());
            assertThat(signIn("nobody", "no such password")).isEqualTo(new Outcome.Wrong());
            assertThat(signIn("x\u0000'; --", "no such password")).isEqualTo(new Outcome.Wrong());
        }
        Outcome later = new Outcome.TooSoon(Duration.ofSeconds(2));
        assertThat(signIn("ada", "no such password")).isEqualTo(later);
        assertThat(signIn("nobody", "no such password")).isEqualTo(later);
        assertThat(signIn("x\u0000'; --", "no such password")).isEqualTo(later);
        assertThat(deeds()).containsExactly("root made ada", "gateway slowed-down ada");
    }

    @Test
    @Timeout(60)
    void aNameThatNobodyHasTakesTheTimeOfAHashToo() throws InterruptedException {
        PasswordHash.AT_ONCE.acquire(2);
        CompletableFuture<Outcome> nobody = CompletableFuture.supplyAsync(() -> signIn("nobody", "no such password"));
        try {
            while (!PasswordHash.AT_ONCE.hasQueuedThreads()) {
                assertThat(nobody).isNotDone();
                Thread.onSpinWait();
            }
        } finally {
            PasswordHash.AT_ONCE.release(2);
        }
        assertThat(nobody.join()).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void wrongTriesSlowDownUpToAMinuteAndARightOneIsLetInWhenTheTimeIsOver() {
        Issued<Account> made = make("ada", Role.VIEWER);
        wrong(WrongTries.FREE);

        for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            assertThat(signIn("ada", made.secret())).isEqualTo(new Outcome.TooSoon(Duration.ofSeconds(seconds)));
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(signIn("ada", made.secret())).isInstanceOf(Outcome.TooSoon.class);
            clock.advance(Duration.ofMillis(1));
            assertThat(signIn("ada", "no such password")).isEqualTo(new Outcome.Wrong());
        }
        clock.advance(Duration.ofSeconds(60));
        in(signIn("ada", made.secret()));
        wrong(WrongTries.FREE);
        assertThat(after("ada", "signed-in")).isEqualTo("{\"wrongTries\": 12}");
    }

    @Test
    void ofManyTriesAtOnceNoMoreAreLookedAtThanOneAfterTheOther() {
        make("ada", Role.VIEWER);

        List<CompletableFuture<Outcome>> tries = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> signIn("ada", "no such password")))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).filter(new Outcome.Wrong()::equals))
                .hasSize(WrongTries.FREE);
    }

    @Test
    void wrongTriesAreForgottenAfterADay() {
        Issued<Account> made = make("ada", Role.VIEWER);
        wrong(WrongTries.FREE);
        clock.advance(Duration.ofDays(2));

        assertThat(signIn("ada", "no such password")).isEqualTo(new Outcome.Wrong());
        in(signIn("ada", made.secret()));
    }

    @Test
    void aPasswordOfEarlierNumbersIsHashedAnew() {
        Issued<Account> made = make("ada", Role.VIEWER);
        String old = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        database.useHandle(handle -> handle.execute("update account set password = ?", old));

        in(signIn("ada", "password"));
        assertThat(password()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        in(signIn("ada", "password"));
        assertThat(signIn("ada", made.secret())).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void whoChangesThePasswordHasANewSessionAndAllOthersEnd() {
        Issued<Account> made = make("ada", Role.VIEWER);
        Issued<Session> first = in(signIn("ada", made.secret()));
        Issued<Session> elsewhere = in(signIn("ada", made.secret()));
        OwnPassword own = new OwnPassword(ledger);

        assertThat(own.change(first.to(), made.secret(), "short", HERE))
                .isInstanceOf(OwnPassword.Outcome.NotGood.class);
        assertThat(own.change(first.to(), made.secret(), made.secret(), HERE))
                .isEqualTo(new OwnPassword.Outcome.NotGood(List.of("It is the one that you have.")));
        assertThat(own.change(first.to(), "no such password", "three words and a fish", HERE))
                .isEqualTo(new OwnPassword.Outcome.Wrong());
        OwnPassword.Outcome changed = own.change(first.to(), made.secret(), "three words and a fish", HERE);

        Issued<Session> now = ((OwnPassword.Outcome.Changed) changed).session();
        assertThat(now.to().account().mustChange()).isFalse();
        assertThat(session(now.secret())).isPresent();
        assertThat(session(first.secret())).isEmpty();
        assertThat(session(elsewhere.secret())).isEmpty();
        assertThat(signIn("ada", made.secret())).isEqualTo(new Outcome.Wrong());
        in(signIn("ada", "three words and a fish"));
        assertThat(deeds()).contains("ada changed-password ada");
    }

    @Test
    void aSessionEndsAfterAnHourWithoutARequestOrTwelveHours() {
        Issued<Account> made = make("ada", Role.VIEWER);
        String token = in(signIn("ada", made.secret())).secret();

        clock.advance(Duration.ofMinutes(59));
        assertThat(session(token)).isPresent();
        clock.advance(Duration.ofMinutes(59));
        assertThat(session(token)).isPresent();
        clock.advance(Duration.ofMinutes(60));
        assertThat(session(token)).isEmpty();

        String used = in(signIn("ada", made.secret())).secret();
        for (int i = 0; i < 23; i++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(session(used)).isPresent();
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(session(used)).isEmpty();
        assertThat(rows("session")).isEqualTo(2);
        assertThat(this.<Integer>inTransaction(tx -> new Sessions(tx).sweep())).isEqualTo(2);
    }

    @Test
    void thatASessionIsUsedIsWrittenOnceAMinute() {
        Issued<Account> made = make("ada", Role.VIEWER);
        Issued<Session> begun = in(signIn("ada", made.secret()));

        clock.advance(Duration.ofSeconds(59));
        session(begun.secret());
        assertThat(session(begun.secret()).orElseThrow().seenAt())
                .isEqualTo(begun.to().seenAt());
        clock.advance(Duration.ofSeconds(1));
        session(begun.secret());
        assertThat(session(begun.secret()).orElseThrow().seenAt()).isEqualTo(clock.instant());
    }

    @Test
    void whoReadsTheTableCannotUseASession() {
        Issued<Account> made = make("ada", Role.VIEWER);
        Issued<Session> begun = in(signIn("ada", made.secret()));

        assertThat(session(begun.to().id())).isEmpty();
        assertThat(session("")).isEmpty();
        assertThat(session("'".repeat(43))).isEmpty();
        String all = database.withHandle(handle -> handle.createQuery(
                        "select string_agg(s::text, ' ') || (select string_agg(a::text, ' ') from account a)"
                                + " || (select string_agg(t::text, ' ') from audit t) from session s")
                .mapTo(String.class)
                .one());
        assertThat(all).doesNotContain(begun.secret(), made.secret());
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        Issued<Account> made = make("ada", Role.VIEWER);
        Issued<Session> first = in(signIn("ada", made.secret()));
        Issued<Session> second = in(signIn("ada", made.secret()));
        long ada = made.to().id();
        Asker asker = first.to().asker(HERE);

        assertThat(this.<List<Session>>inTransaction(tx -> new Sessions(tx).of(ada)))
                .extracting(Session::id)
                .containsExactlyInAnyOrder(first.to().id(), second.to().id());
        assertThat(this.<Boolean>inTransaction(
                        tx -> new Sessions(tx).end(ada, second.to().id(), asker)))
                .isTrue();
        assertThat(this.<Boolean>inTransaction(
                        tx -> new Sessions(tx).end(ada, second.to().id(), asker)))
                .isFalse();
        assertThat(this.<Boolean>inTransaction(
                        tx -> new Sessions(tx).end(ada + 1, first.to().id(), asker)))
                .isFalse();
        ledger.useTransaction(tx -> new Sessions(tx).end(first.secret(), asker));
        assertThat(this.<List<Session>>inTransaction(tx -> new Sessions(tx).of(ada)))
                .isEmpty();
        assertThat(deeds()).filteredOn("ada signed-out ada"::equals).hasSize(2);
    }

    @Test
    void whatIsAllowedHoldsFromTheNextRequestOn() {
        Issued<Account> made = make("ada", Role.OPERATOR);
        String token = in(signIn("ada", made.secret())).secret();

        done(tx -> new Accounts(tx).allow("ada", Grant.of(Role.VIEWER), ROOT, "an auditor now"));

        assertThat(session(token).orElseThrow().asker(HERE).role()).isEqualTo(Role.VIEWER);
        assertThat(after("ada", "changed")).isEqualTo("{\"role\": \"viewer\", \"payloads\": false}");
    }

    @Test
    void anAccountThatEndedLetsNobodyInAndItsNameIsFree() {
        Issued<Account> made = make("ada", Role.VIEWER);
        String token = in(signIn("ada", made.secret())).secret();

        Account ended = done(tx -> new Accounts(tx).end("ada", ROOT, "left us"));

        assertThat(ended.ended().orElseThrow().by()).isEqualTo("root");
        assertThat(session(token)).isEmpty();
        assertThat(signIn("ada", made.secret())).isEqualTo(new Outcome.Wrong());
        Issued<Account> again = make("ada", Role.VIEWER);
        assertThat(again.to().id()).isNotEqualTo(made.to().id());
        in(signIn("ada", again.secret()));
        assertThat(this.<List<Account>>inTransaction(tx -> new Accounts(tx).list(false)))
                .hasSize(1);
        assertThat(this.<List<Account>>inTransaction(tx -> new Accounts(tx).list(true)))
                .hasSize(2);
    }

    @Test
    void whoForgotThePasswordGetsANewOneAndIsLetInAtOnce() {
        Issued<Account> made = make("ada", Role.VIEWER);
        String token = in(signIn("ada", made.secret())).secret();
        wrong(WrongTries.FREE);

        Issued<Account> fresh = done(tx -> new Accounts(tx).givePassword("ada", ROOT, "forgotten"));

        assertThat(fresh.to().mustChange()).isTrue();
        assertThat(session(token)).isEmpty();
        in(signIn("ada", fresh.secret()));
    }

    @Test
    void oneAdministratorStays() {
        make("ada", Role.ADMINISTRATOR);
        make("bob", Role.ADMINISTRATOR);

        List<CompletableFuture<Change<Account>>> ends = List.of("ada", "bob").stream()
                .map(name -> CompletableFuture.supplyAsync(
                        () -> ledger.inTransaction(tx -> new Accounts(tx).end(name, ROOT, ""))))
                .toList();

        assertThat(ends.stream().map(CompletableFuture::join).filter(Change.Done.class::isInstance))
                .hasSize(1);
        String left =
                ledger.inTransaction(tx -> new Accounts(tx).list(false)).get(0).name();
        assertThat(this.<Change<Account>>inTransaction(
                        tx -> new Accounts(tx).allow(left, Grant.of(Role.VIEWER), ROOT, "")))
                .isEqualTo(
                        new Change.NotPossible<>("'" + left + "' is the only administrator: make another one before."));
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndItsPasswordToldOnce() {
        FirstAdministrator.Outcome first = ledger.inTransaction(tx -> FirstAdministrator.make(tx, Optional.empty()));

        Issued<Account> admin = ((FirstAdministrator.Outcome.Made) first).account();
        assertThat(admin.to().mustChange()).isTrue();
        assertThat(admin.secret()).hasSize(20);
        assertThat(in(signIn("admin", admin.secret())).to().asker(HERE).may(Role.ADMINISTRATOR))
                .isTrue();
        assertThat(this.<FirstAdministrator.Outcome>inTransaction(tx -> FirstAdministrator.make(tx, Optional.empty())))
                .isEqualTo(new FirstAdministrator.Outcome.NotNeeded());
        assertThat(deeds()).containsExactly("gateway made admin", "admin signed-in admin");
    }

    @Test
    void ofManyGatewaysThatStartAtOnceOneMakesTheFirstAdministrator() {
        List<CompletableFuture<FirstAdministrator.Outcome>> starts = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ledger.inTransaction(tx -> FirstAdministrator.make(tx, Optional.empty()))))
                .toList();

        assertThat(starts.stream()
                        .map(CompletableFuture::join)
                        .filter(FirstAdministrator.Outcome.Made.class::isInstance))
                .hasSize(1);
        assertThat(rows("account")).isEqualTo(1);
    }

    @Test
    void theFirstAdministratorMayHaveAPasswordOfTheInstallation() {
        assertThat(this.<FirstAdministrator.Outcome>inTransaction(
                        tx -> FirstAdministrator.make(tx, Optional.of("admin"))))
                .isInstanceOf(FirstAdministrator.Outcome.NotGood.class);
        ledger.useTransaction(tx -> FirstAdministrator.make(tx, Optional.of("three words and a fish")));

        assertThat(in(signIn("admin", "three words and a fish")).to().account().mustChange())
                .isFalse();
    }

    private Issued<Account> make(String name, Role role) {
        return done(tx -> new Accounts(tx).make(new NewAccount(name, "", Grant.of(role)), ROOT, ""));
    }

    private String whyNot(NewAccount wanted) {
        Change<Issued<Account>> change = ledger.inTransaction(tx -> new Accounts(tx).make(wanted, ROOT, ""));
        return ((Change.NotPossible<Issued<Account>>) change).why();
    }

    private <T> T done(Function<LedgerTransaction, Change<T>> work) {
        Change<T> change = ledger.inTransaction(work::apply);
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).now();
    }

    private Outcome signIn(String name, String password) {
        return new SignIn(ledger).with(name, password, HERE, BROWSER);
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn("ada", "no such password")).isEqualTo(new Outcome.Wrong());
        }
    }

    private static Issued<Session> in(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.In.class);
        return ((Outcome.In) outcome).session();
    }

    private Optional<Session> session(String token) {
        return ledger.inTransaction(tx -> new Sessions(tx).seen(token));
    }

    private List<String> deeds() {
        return database.withHandle(
                handle -> handle.createQuery("select actor || ' ' || did || ' ' || subject from audit order by id")
                        .mapTo(String.class)
                        .list());
    }

    private String after(String subject, String did) {
        return database.withHandle(handle -> handle.createQuery(
                        "select after::text from audit where subject = :subject and did = :did order by id desc limit 1")
                .bind("subject", subject)
                .bind("did", did)
                .mapTo(String.class)
                .one());
    }

    private String password() {
        return database.withHandle(handle -> handle.createQuery("select password from account")
                .mapTo(String.class)
                .one());
    }

    private long rows(String table) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private <T> T inTransaction(Function<LedgerTransaction, T> work) {
        return ledger.inTransaction(work::apply);
    }
}
