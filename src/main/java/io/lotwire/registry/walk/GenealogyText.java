package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A genealogy as text: a tree of lots and runs of production, each lot unfolded once. */
public final class GenealogyText {
    private final Genealogy genealogy;
    private final StringBuilder text = new StringBuilder();
    private final Map<Long, Genealogy.Relative> relatives = new HashMap<>();
    private final Set<Long> shown = new HashSet<>();

    private GenealogyText(Genealogy genealogy) {
        this.genealogy = genealogy;
        genealogy.lots().forEach(each -> relatives.put(each.lot().id(), each));
    }

    /** Lines that end with a line feed; none where there is nothing to tell. */
    public static String of(Genealogy genealogy) {
        return genealogy.isEmpty() ? "" : new GenealogyText(genealogy).written();
    }

    private String written() {
        line(genealogy.sense() == Sense.FORWARD ? "What was made of it" : "What it was made of");
        unfold(genealogy.root(), "  ");
        if (genealogy.more() > 0) {
            line("  And " + genealogy.more() + " more lots.");
        }
        return text.toString();
    }

    private void unfold(LotName lot, String indent) {
        shown.add(lot.id());
        List<Genealogy.RunOnTrail> runs = genealogy.enteredFrom(lot);
        for (int i = 0; i < runs.size(); i++) {
            boolean last = i == runs.size() - 1;
            unfold(runs.get(i), lot, indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private void unfold(Genealogy.RunOnTrail run, LotName from, String first, String indent) {
        Collection<Use> entered = genealogy.entered(run).keySet().stream()
                .filter(use -> use.lot() == from.id())
                .toList();
        line(first + "run " + run.run().number() + " at " + party(run.place()) + when(entered) + ": " + amount(entered)
                + (genealogy.sense() == Sense.FORWARD ? " went in" : " came out"));
        List<Genealogy.Relative> left = genealogy.lotsLeftBy(run).stream()
                .map(relatives::get)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < left.size(); i++) {
            boolean last = i == left.size() - 1;
            unfold(run, left.get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private void unfold(Genealogy.RunOnTrail run, Genealogy.Relative relative, String first, String indent) {
        LotName lot = relative.lot();
        Map<Use, Boolean> uses = genealogy.left(run).entrySet().stream()
                .filter(each -> each.getKey().lot() == lot.id())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean sure = uses.containsValue(true);
        boolean again = shown.contains(lot.id());
        line(first + "lot " + words(lot) + ": " + amount(uses.keySet())
                + (genealogy.sense() == Sense.FORWARD ? " came out" : " went in") + (sure ? "" : " (possible)")
                + (again ? ", see above" : ""));
        if (!again) {
            ways(relative, indent);
            unfold(lot, indent);
        }
    }

    /** Which places it went to, and where from. */
    private void ways(Genealogy.Relative relative, String indent) {
        Map<Integer, Map<Integer, Boolean>> ways = new TreeMap<>();
        relative.ways().forEach((flow, sure) -> ways.computeIfAbsent(flow.from(), key -> new TreeMap<>())
                .merge(flow.to(), sure, Boolean::logicalOr));
        ways.forEach((from, to) -> line(indent + "   from " + party(from) + " to "
                + to.entrySet().stream()
                        .map(each -> party(each.getKey()) + (each.getValue() ? "" : " (possible)"))
                        .collect(Collectors.joining(", "))));
    }

    private String party(int place) {
        TracedParty party = genealogy.parties().get(place);
        return party == null ? "(not stated)" : party.name();
    }

    private static String words(LotName lot) {
        String product = lot.gtin().isEmpty() ? "" : "GTIN " + lot.gtin();
        return List.of(lot.code(), lot.description(), product).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String when(Collection<Use> uses) {
        return uses.stream()
                .map(use -> use.step().when())
                .filter(Objects::nonNull)
                .map(Moment::begins)
                .min(LocalDateTime::compareTo)
                .map(first -> " on " + first.toLocalDate())
                .orElse("");
    }

    private static String amount(Collection<Use> uses) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        boolean missing = false;
        for (Use use : uses) {
            if (use.step().quantity() == null) {
                missing = true;
            } else {
                sums.merge(use.step().unit(), use.step().quantity(), BigDecimal::add);
            }
        }
        String stated = sums.entrySet().stream()
                .map(each -> (each.getValue().toPlainString() + " " + each.getKey()).strip())
                .collect(Collectors.joining(" + "));
        return stated.isEmpty() ? "some" : missing ? stated + " and more" : stated;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
