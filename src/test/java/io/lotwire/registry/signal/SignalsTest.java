package io.lotwire.registry.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void whoStandsOutIsToldWithTheNumbers() {
        List<Tally> tallies = new ArrayList<>(alike(10, 100, 2));
        tallies.add(tally("Bad Acres", 100, 20));

        Signals signals = Signals.of(tallies);

        assertThat(signals.comparisons()).isEqualTo(11);
        assertThat(signals.signals()).hasSize(1);
        Signal signal = signals.signals().get(0);
        assertThat(signal.subject().from()).isEqualTo("Bad Acres");
        assertThat(signal.trouble()).isEqualTo(Trouble.RETURNED);
        assertThat(signal.lots()).isEqualTo(100);
        assertThat(signal.troubled()).isEqualTo(20);
        assertThat(signal.expectedHigh()).isBetween(4L, 6L);
        assertThat(signal.chance()).isLessThan(1e-6);
    }

    @Test
    void aFewLotsMoreThanOthersAreNoSignal() {
        List<Tally> tallies = new ArrayList<>(alike(10, 100, 2));
        tallies.add(tally("Unlucky Acres", 100, 5));
        tallies.add(tally("One Lot Farm", 1, 1));

        assertThat(Signals.of(tallies).signals()).isEmpty();
    }

    @Test
    void whoHasNobodyToBeComparedWithIsNoSignal() {
        assertThat(Signals.of(List.of(tally("Only Farm", 10, 10)))).isEqualTo(new Signals(List.of(), 0));
    }

    @Test
    void suppliersAndLanesAreNotComparedWithEachOther() {
        List<Tally> tallies = new ArrayList<>(alike(3, 100, 1));
        tallies.add(new Tally(new Subject(Subject.Kind.LANE, "A", "B"), 100, Map.of(Trouble.RETURNED, 90L)));

        assertThat(Signals.of(tallies).signals()).isEmpty();
    }

    @Test
    void amongSubjectsThatAreAlikeOneIsToldInOneOfAHundredLooksAtMost() {
        int told = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Tally> tallies = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int lots = 1 + random.nextInt(200);
                tallies.add(tally(
                        "Farm " + i,
                        lots,
                        random.doubles(lots).filter(each -> each < 0.05).count()));
            }
            told += Signals.of(tallies).signals().isEmpty() ? 0 : 1;
        }
        assertThat(told).isLessThanOrEqualTo(3);
    }

    private static List<Tally> alike(int count, long lots, long troubled) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tallies.add(tally("Farm " + i, lots, troubled));
        }
        return tallies;
    }

    private static Tally tally(String name, long lots, long returned) {
        return new Tally(
                new Subject(Subject.Kind.SUPPLIER, name, ""),
                lots,
                Map.of(Trouble.RETURNED, returned, Trouble.SHORT, 0L));
    }
}
