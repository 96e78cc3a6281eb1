package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.access.RepeatedRequests.Answer;
import io.lotwire.access.RepeatedRequests.Outcome;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked twice is done once, on a real database. */
class RepeatedRequestsTest {
    private static final Asker WMS =
            Asker.known(Asker.Kind.SYSTEM, "key-ab12cd34ef", "wms", Grant.of(Role.OPERATOR), "192.0.2.7");
    private static final Asker ERP =
            Asker.known(Asker.Kind.SYSTEM, "key-gh56jk78mn", "erp", Grant.of(Role.OPERATOR), "192.0.2.8");
    private static final String RESEND =
            RepeatedRequests.fingerprint("POST", "/api/v1/deliveries/7/resend", new byte[] {'{', '}'});
    private static final Answer DONE = new Answer(202, "application/json", "{\"delivery\":8}");

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
    }

    @Test
    void whatComesAgainIsAnsweredAsBefore() {
        assertThat(ask(WMS, "1", RESEND)).isInstanceOf(Outcome.First.class);
        assertThat(ask(WMS, "1", RESEND)).isEqualTo(new Outcome.Again(DONE));
        assertThat(ask(WMS, "2", RESEND)).isInstanceOf(Outcome.First.class);
        assertThat(ask(ERP, "1", RESEND)).isInstanceOf(Outcome.First.class);
    }

    @Test
    void aKeyThatCameWithAnotherRequestIsTold() {
        ask(WMS, "1", RESEND);

        for (String other : List.of(
                RepeatedRequests.fingerprint("POST", "/api/v1/deliveries/9/resend", new byte[] {'{', '}'}),
                RepeatedRequests.fingerprint("PUT", "/api/v1/deliveries/7/resend", new byte[] {'{', '}'}),
                RepeatedRequests.fingerprint("POST", "/api/v1/deliveries/7/resend", new byte[] {'[', ']'}))) {
            assertThat(ask(WMS, "1", other)).isEqualTo(new Outcome.OtherRequest());
        }
    }

    @Test
    void whatFailedMayComeAgain() {
        assertThatThrownBy(() -> ledger.useTransaction(tx -> {
                    RepeatedRequests requests = new RepeatedRequests(tx);
                    requests.answered((Outcome.First) requests.begin(WMS, "1", RESEND), DONE);
                    throw new IllegalStateException("it failed");
                }))
                .hasMessage("it failed");

        assertThat(ask(WMS, "1", RESEND)).isInstanceOf(Outcome.First.class);
    }

    @Test
    void whileTheFirstIsWorkedOnTheSecondHearsSoAtOnce() {
        Outcome second = ledger.inTransaction(tx -> {
            new RepeatedRequests(tx).begin(WMS, "1", RESEND);
            return CompletableFuture.supplyAsync(() -> ask(WMS, "1", RESEND)).join();
        });

        assertThat(second).isEqualTo(new Outcome.InWork());
    }

    @Test
    void whatIsNoKeyIsTold() {
        for (String key : List.of("", "a\u0000b", "x".repeat(201))) {
            assertThat(ask(WMS, key, RESEND)).isEqualTo(new Outcome.NotAKey());
        }
    }

    @Test
    void anAnswerIsForgottenAfterTwoDays() {
        ask(WMS, "1", RESEND);
        clock.advance(Duration.ofDays(2));
        assertThat(this.<Integer>inTransaction(AccessSweep::run)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(this.<Integer>inTransaction(AccessSweep::run)).isEqualTo(1);

        assertThat(ask(WMS, "1", RESEND)).isInstanceOf(Outcome.First.class);
    }

    private Outcome ask(Asker who, String key, String fingerprint) {
        return ledger.inTransaction(tx -> {
            RepeatedRequests requests = new RepeatedRequests(tx);
            Outcome outcome = requests.begin(who, key, fingerprint);
            if (outcome instanceof Outcome.First first) {
                requests.answered(first, DONE);
            }
            return outcome;
        });
    }

    private <T> T inTransaction(Function<LedgerTransaction, T> work) {
        return ledger.inTransaction(work::apply);
    }
}
