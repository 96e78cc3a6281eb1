package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.embedded.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static Ledger ledger;

    @BeforeAll
    static void open() throws SQLException {
        DatabaseAddress address = TestDatabase.fresh();
        ledger = new Ledger(address.unpooled(), Clock.systemUTC());
    }

    @Test
    void aRepeatHearsTheSameAnswerAndHasNoSecondRow() {
        Reply answer = new Reply(Map.of("Content-Type", "multipart/report"), "mdn".getBytes(StandardCharsets.UTF_8));
        Receipt first = receive(new Arrival("farm", "as2", "<m1>", "asn.edi", content("a"), Optional.of(answer)));
        Reply other = new Reply(Map.of(), "another".getBytes(StandardCharsets.UTF_8));
        Receipt again = receive(new Arrival("farm", "as2", "<m1>", "asn.edi", content("a"), Optional.of(other)));

        assertThat(first).isInstanceOf(Receipt.New.class);
        assertThat(again).isInstanceOf(Receipt.Repeat.class);
        assertThat(again.id()).isEqualTo(first.id());
        Reply heard = ((Receipt.Repeat) again).answer().orElseThrow();
        assertThat(heard.body()).isEqualTo(answer.body());
        assertThat(heard.headers()).isEqualTo(answer.headers());
    }

    @Test
    void aUsedMessageIdWithOtherContentIsKeptAndParked() {
        Receipt first = receive(arrival("<m2>", "a"));
        Receipt conflict = receive(arrival("<m2>", "b"));
        Receipt conflictAgain = receive(arrival("<m2>", "b"));

        assertThat(conflict).isEqualTo(new Receipt.Conflict(conflict.id(), first.id()));
        assertThat(conflictAgain).isEqualTo(conflict);
        InboxRow kept =
                ledger.inTransaction(tx -> tx.inbox().find(conflict.id())).orElseThrow();
        assertThat(kept.state()).isEqualTo(InboxState.PARKED);
        assertThat(kept.cause()).map(Cause::code).contains(CauseCode.MESSAGE_ID_REUSED);
        assertThat(kept.content()).isEqualTo(content("b"));
        assertThat(kept.cause().orElseThrow().sentence()).contains("<m2>").contains("used before");
    }

    @Test
    void theSameMessageIdOfAnotherPartnerIsNew() {
        receive(arrival("<m3>", "a"));
        Receipt other = receive(new Arrival("3pl", "as2", "<m3>", "", content("a"), Optional.empty()));
        assertThat(other).isInstanceOf(Receipt.New.class);
    }

    @Test
    void ofTwoSendersAtOnceOneIsNewAndTheOtherARepeat() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Receipt>> answers = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return receive(arrival("<m4>", "a"));
                    }))
                    .toList();
            go.countDown();
            int fresh = 0;
            for (Future<Receipt> answer : answers) {
                fresh += answer.get() instanceof Receipt.New ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void smallBytesAreKeptWithTheirRowAndLargeOnesAreNot() {
        long small = receive(arrival("<m6>", "a")).id();
        KeptContent large = KeptContent.inArchive("b".repeat(64), 1_000_000);
        long other = receive(new Arrival("farm", "as2", "<m7>", "", large, Optional.empty()))
                .id();
        ledger.useTransaction(tx -> {
            assertThat(tx.inbox().find(small).orElseThrow().content().inRow()).contains(new byte[] {'a'});
            assertThat(tx.inbox().find(other).orElseThrow().content().inRow()).isEmpty();
        });
    }

    @Test
    void aTransactionInsideAnotherIsRefused() {
        assertThatThrownBy(() -> ledger.useTransaction(outer -> ledger.useTransaction(inner -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Receipt receive(Arrival arrival) {
        return ledger.receive(arrival);
    }

    private static Arrival arrival(String messageId, String content) {
        return new Arrival("farm", "as2", messageId, "asn.edi", content(content), Optional.empty());
    }

    private static KeptContent content(String letter) {
        return KeptContent.inRow(letter.getBytes(StandardCharsets.UTF_8));
    }
}
