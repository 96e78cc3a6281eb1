package io.lotwire.registry.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of some subjects stand out. Each is compared with all others of its kind. The more comparisons are made, the less likely one must be
 * to be told (Bonferroni): of a hundred times that somebody looks, once a subject is told that is like the others.
 *
 * @param signals the least likely first
 * @param comparisons how many were made
 */
public record Signals(List<Signal> signals, int comparisons) {
    private static final double MOST_FALSE = 0.01;

    public Signals {
        signals = List.copyOf(signals);
    }

    /** Those of some tallies, each of another subject. */
    public static Signals of(List<Tally> tallies) {
        List<Signal> compared = new ArrayList<>();
        int comparisons = 0;
        for (List<Tally> alike : tallies.stream()
                .collect(Collectors.groupingBy(tally -> tally.subject().kind()))
                .values()) {
            for (Trouble trouble : Trouble.values()) {
                comparisons += compare(alike, trouble, compared);
            }
        }
        int all = comparisons;
        return new Signals(
                compared.stream()
                        .filter(signal ->
                                signal.troubled() > signal.expectedHigh() && signal.chance() * all < MOST_FALSE)
                        .sorted(Comparator.comparingDouble(Signal::chance)
                                .thenComparing(signal -> signal.subject().words())
                                .thenComparing(Signal::trouble))
                        .toList(),
                all);
    }

    /** Compares each with the others; gives how many comparisons that were. */
    private static int compare(List<Tally> alike, Trouble trouble, List<Signal> compared) {
        long lots = alike.stream().mapToLong(Tally::lots).sum();
        long troubled = alike.stream()
                .mapToLong(tally -> tally.troubled().getOrDefault(trouble, 0L))
                .sum();
        if (troubled == 0) {
            return 0;
        }
        int comparisons = 0;
        for (Tally tally : alike) {
            if (tally.lots() == lots) {
                continue; // There is nobody to compare it with.
            }
            comparisons++;
            long own = tally.troubled().getOrDefault(trouble, 0L);
            if (own > 0) {
                Chance chance = new Chance(lots - tally.lots(), troubled - own, tally.lots());
                Chance.Expected expected = chance.expected();
                compared.add(new Signal(
                        tally.subject(),
                        trouble,
                        tally.lots(),
                        own,
                        expected.low(),
                        expected.high(),
                        chance.ofAtLeast(own)));
            }
        }
        return comparisons;
    }
}
