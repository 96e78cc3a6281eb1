package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ControlNumbersTest {
    private static Ledger ledger;

    @BeforeAll
    static void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
    }

    @Test
    void countFromOneApartByPartnerKindAndUsage() {
        assertThat(next("a", ControlNumberKind.INTERCHANGE, "P")).isEqualTo(1);
        assertThat(next("a", ControlNumberKind.INTERCHANGE, "P")).isEqualTo(2);
        assertThat(next("a", ControlNumberKind.INTERCHANGE, "T")).isEqualTo(1);
        assertThat(next("a", ControlNumberKind.GROUP, "P")).isEqualTo(1);
        assertThat(next("b", ControlNumberKind.INTERCHANGE, "P")).isEqualTo(1);
    }

    @Test
    void afterTheLargestComesOne() {
        next("wrap", ControlNumberKind.INTERCHANGE, "P");
        ledger.useTransaction(tx -> tx.handle()
                .execute("update control_number set last = ? where partner = 'wrap'", ControlNumbers.LARGEST - 1));
        assertThat(next("wrap", ControlNumberKind.INTERCHANGE, "P")).isEqualTo(ControlNumbers.LARGEST);
        assertThat(next("wrap", ControlNumberKind.INTERCHANGE, "P")).isEqualTo(1);
    }

    @Test
    void manyTakersAtOnceOfWhomSomeFailLeaveNoGapAndUseNoneTwice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Long> taken = new ArrayList<>();
        try {
            List<Future<Long>> takers = IntStream.range(0, 120)
                    .mapToObj(i -> threads.submit(() -> takeOrFail(i % 3 == 0)))
                    .toList();
            for (Future<Long> taker : takers) {
                long number = taker.get();
                if (number > 0) {
                    taken.add(number);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 80).boxed().toList());
    }

    private static long takeOrFail(boolean fail) {
        try {
            return ledger.inTransaction(tx -> {
                long number = tx.controlNumbers().next("busy", Direction.OUTBOUND, ControlNumberKind.INTERCHANGE, "P");
                if (fail) {
                    throw new IllegalArgumentException("the document could not be written");
                }
                return number;
            });
        } catch (IllegalArgumentException givenBack) {
            return 0;
        }
    }

    private static long next(String partner, ControlNumberKind kind, String usage) {
        return ledger.inTransaction(tx -> tx.controlNumbers().next(partner, Direction.OUTBOUND, kind, usage));
    }
}
