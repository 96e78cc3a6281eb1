package io.lotwire.recall;

import io.lotwire.lot.Word;
import io.lotwire.registry.Moment;
import io.lotwire.registry.walk.Flow;
import io.lotwire.registry.walk.Reach;
import io.lotwire.registry.walk.ReachedLot;
import io.lotwire.registry.walk.Step;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Draws together what one document says of a lot going one way on one logistic unit. */
final class Shipped {
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final TrailFacts facts;
    private final TrailAmounts amounts;
    private final Map<Integer, Integer> numbers;

    /** @param numbers those that parties get, by their places on the trail */
    Shipped(TrailFacts facts, TrailAmounts amounts, Map<Integer, Integer> numbers) {
        this.facts = facts;
        this.amounts = amounts;
        this.numbers = numbers;
    }

    private record Line(
            long lot, long setId, int from, int to, String type, String when, String unit, String sscc, boolean sure) {}

    private static final class Sum {
        private long first = Long.MAX_VALUE;
        private LocalDateTime begins = LocalDateTime.MAX;
        private BigDecimal quantity = BigDecimal.ZERO;
    }

    /** Oldest first. */
    List<Affected.Shipment> of(Reach reach) {
        Map<Line, Sum> lines = new HashMap<>();
        Set<Long> sets = new TreeSet<>();
        for (ReachedLot lot : reach.lots()) {
            lot.flows().forEach((flow, sure) -> {
                sets.add(flow.step().setId());
                amounts.of(lot.lot(), flow).forEach(amount -> add(lines, lot.lot(), flow, sure, amount));
            });
        }
        Map<Long, TrailFacts.Document> documents = facts.documents(sets);
        Map<Long, List<String>> references = facts.references(sets);
        return lines.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Line, Sum> each) -> each.getValue().begins)
                        .thenComparing(each -> each.getValue().first)
                        .thenComparing(each -> each.getKey().toString()))
                .map(each -> shipment(
                        each.getKey(),
                        each.getValue(),
                        documents.get(each.getKey().setId()),
                        references.getOrDefault(each.getKey().setId(), List.of())))
                .toList();
    }

    private void add(Map<Line, Sum> lines, long lot, Flow flow, boolean sure, Amount amount) {
        Step step = flow.step();
        Sum sum = lines.computeIfAbsent(
                new Line(
                        lot,
                        step.setId(),
                        numbers.getOrDefault(flow.from(), AffectedGoods.NOBODY),
                        numbers.getOrDefault(flow.to(), AffectedGoods.NOBODY),
                        Word.of(step.type()),
                        words(step.when()),
                        amount.unit(),
                        step.sscc() == Step.NONE ? "" : String.format(Locale.ROOT, "%018d", step.sscc()),
                        sure),
                key -> new Sum());
        sum.first = Math.min(sum.first, step.seq());
        if (step.when() != null) {
            sum.begins = step.when().begins();
        }
        sum.quantity = sum.quantity == null || amount.quantity() == null ? null : sum.quantity.add(amount.quantity());
    }

    /** A moment as exactly as it was stated. */
    private static String words(Moment when) {
        if (when == null) {
            return "";
        }
        LocalDateTime begins = when.begins();
        if (begins.plusDays(1).equals(when.ends())) {
            return begins.toLocalDate().toString();
        }
        boolean minute = begins.plusMinutes(1).equals(when.ends());
        String time = DateTimeFormatter.ofPattern(minute ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .format(begins);
        return when.offsetMinutes() == null
                ? time
                : time + ZoneOffset.ofTotalSeconds(when.offsetMinutes() * SECONDS_OF_A_MINUTE);
    }

    private static Affected.Shipment shipment(
            Line line, Sum sum, TrailFacts.Document document, List<String> references) {
        return new Affected.Shipment(
                line.lot(),
                line.from(),
                line.to(),
                line.type(),
                line.when(),
                sum.quantity,
                line.unit(),
                line.sscc(),
                document.kind(),
                document.number(),
                document.partner(),
                references,
                line.sure());
    }
}
