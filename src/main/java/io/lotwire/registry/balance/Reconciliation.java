package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the book of a lot with what was received, seen and corrected, and finds what documents explain of the differences. */
public final class Reconciliation {
    private final LotBalance balance;

    private Reconciliation(LotBalance balance) {
        this.balance = balance;
    }

    /**
     * The differences of a lot, in the order of places.
     *
     * @param at the place; empty for all
     * @param since what was before is left out; null for nothing
     */
    public static List<Difference> of(LotBalance balance, Optional<PlaceAsked> at, LocalDateTime since) {
        Reconciliation reconciliation = new Reconciliation(balance);
        List<Difference> all = new ArrayList<>();
        reconciliation.untold(all);
        reconciliation.received(all);
        reconciliation.counted(all);
        return all.stream()
                .filter(each -> at.map(asked -> asked.is(each.place())).orElse(true))
                .filter(each -> since == null
                        || each.when() == null
                        || each.when().ends().isAfter(since))
                .toList();
    }

    private void untold(List<Difference> all) {
        for (PlaceBalance place : balance.places()) {
            if (place.untold().signum() > 0 && !balance.beginsAt(place.place())) {
                List<Line> left = balance.lines().stream()
                        .filter(line -> isAt(line, place.place(), place.unit())
                                && !line.kind().comes())
                        .toList();
                all.add(new Difference(
                        Difference.Kind.UNTOLD,
                        balance.lot(),
                        place.place(),
                        place.unit(),
                        place.came(),
                        place.left().certain(),
                        left.get(left.size() - 1).when(),
                        documents(left),
                        List.of(),
                        List.of()));
            }
        }
    }

    private void received(List<Difference> all) {
        for (Consignment sent : balance.consignments()) {
            BigDecimal amount = sent.over().subtract(sent.shortfall());
            if (amount.signum() == 0) {
                continue;
            }
            List<Line> corrections = balance.lines().stream()
                    .filter(line -> isCorrection(line)
                            && (isAt(line, sent.to(), sent.unit()) || isAt(line, sent.from(), sent.unit())))
                    .filter(line -> sent.leaves() == null || !line.isBefore(sent.leaves()))
                    .toList();
            List<DocumentName> explaining = new ArrayList<>(explaining(corrections, amount.negate()));
            if (sent.missed().compareTo(amount.negate()) == 0) {
                explaining.addAll(sent.missedBy());
            }
            all.add(new Difference(
                    Difference.Kind.RECEIVED,
                    balance.lot(),
                    sent.to(),
                    sent.unit(),
                    sent.sent(),
                    sent.received().certain(),
                    sent.leaves(),
                    List.of(sent.document()),
                    explaining,
                    without(documents(corrections), explaining)));
        }
    }

    private void counted(List<Difference> all) {
        for (Count count : balance.counts()) {
            BigDecimal amount = count.difference();
            if (amount.signum() == 0) {
                continue;
            }
            List<Line> later = balance.lines().stream()
                    .filter(line -> isAt(line, count.place(), count.unit()) && !line.isBefore(count.when()))
                    .toList();
            List<DocumentName> explaining = explaining(later, amount);
            if (explaining.isEmpty()) {
                explaining = arrived(count, amount);
            }
            List<Line> corrections =
                    later.stream().filter(Reconciliation::isCorrection).toList();
            all.add(new Difference(
                    Difference.Kind.COUNTED,
                    balance.lot(),
                    count.place(),
                    count.unit(),
                    count.book(),
                    count.seen(),
                    count.when(),
                    List.of(count.document()),
                    explaining,
                    without(documents(corrections), explaining)));
        }
    }

    /** What was sent there before and is not told to be received may have been seen. */
    private List<DocumentName> arrived(Count count, BigDecimal amount) {
        List<Consignment> sent = balance.underWay().stream()
                .filter(each -> each.to().equals(count.place()) && each.unit().equals(count.unit()))
                .filter(each -> each.leaves() == null
                        || count.when() == null
                        || count.when().mayFollow(each.leaves()))
                .toList();
        for (Consignment each : sent) {
            if (each.underWay().possible().compareTo(amount) == 0) {
                return List.of(each.document());
            }
        }
        BigDecimal together =
                sent.stream().map(each -> each.underWay().possible()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return together.compareTo(amount) == 0
                ? sent.stream().map(Consignment::document).distinct().toList()
                : List.of();
    }

    private static boolean isCorrection(Line line) {
        return line.kind() == Posting.ADJUSTED_UP
                || line.kind() == Posting.ADJUSTED_DOWN
                || line.kind() == Posting.DISPOSED;
    }

    private static boolean isAt(Line line, TracedParty place, String unit) {
        return line.place().equals(place) && line.unit().equals(unit);
    }

    /** The document that tells just this amount; else all corrections, where they do together; else none. */
    private static List<DocumentName> explaining(List<Line> lines, BigDecimal amount) {
        Map<DocumentName, BigDecimal> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.document(), line.signed(), BigDecimal::add));
        for (Map.Entry<DocumentName, BigDecimal> each : sums.entrySet()) {
            if (each.getValue().compareTo(amount) == 0) {
                return List.of(each.getKey());
            }
        }
        List<Line> corrections =
                lines.stream().filter(Reconciliation::isCorrection).toList();
        BigDecimal together = corrections.stream().map(Line::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
        return !corrections.isEmpty() && together.compareTo(amount) == 0 ? documents(corrections) : List.of();
    }

    private static List<DocumentName> documents(List<Line> lines) {
        return lines.stream().map(Line::document).distinct().toList();
    }

    private static List<DocumentName> without(List<DocumentName> all, List<DocumentName> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
