package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The book of a lot as text: who has it, and at each place what came, what is there, what left, and what nobody explains. */
public final class BalanceText {
    private final LotBalance balance;
    private final StringBuilder text = new StringBuilder();

    private BalanceText(LotBalance balance) {
        this.balance = balance;
    }

    /** Who has it now, on lines that end with a line feed. */
    public static String holders(LotBalance balance) {
        BalanceText writer = new BalanceText(balance);
        writer.holders();
        return writer.text.toString();
    }

    /** What came to each place and what became of it, on lines that end with a line feed; none where nothing is told. */
    public static String places(LotBalance balance) {
        BalanceText writer = new BalanceText(balance);
        if (!balance.places().isEmpty()) {
            writer.line("Quantities at each place");
            balance.places().forEach(writer::place);
        }
        return writer.text.toString();
    }

    private void holders() {
        line("Who has it now");
        Map<String, List<String>> amounts = new LinkedHashMap<>();
        for (PlaceBalance place : balance.places()) {
            if (!place.onHand().isNone()) {
                amounts.computeIfAbsent(BalanceWords.of(place.place()), key -> new ArrayList<>())
                        .add(BalanceWords.of(place.onHand(), place.unit()) + became(place));
            }
        }
        Map<TracedParty, Map<String, Amount>> underWay = new LinkedHashMap<>();
        for (Consignment each : balance.underWay()) {
            underWay.computeIfAbsent(each.to(), key -> new LinkedHashMap<>())
                    .merge(each.unit(), each.underWay(), Amount::plus);
        }
        underWay.forEach((to, sent) ->
                sent.forEach((unit, amount) -> amounts.computeIfAbsent(BalanceWords.of(to), key -> new ArrayList<>())
                        .add(BalanceWords.of(amount, unit) + "  (sent there, no receipt told)")));
        if (amounts.isEmpty()) {
            line("  No document says.");
        }
        int width = amounts.keySet().stream().mapToInt(String::length).max().orElse(0);
        amounts.forEach((name, lines) ->
                lines.forEach(each -> line("  " + name + " ".repeat(width - name.length()) + "  " + each)));
    }

    private static String became(PlaceBalance place) {
        String left = place.left().isNone()
                ? ""
                : "  (" + BalanceWords.of(place.came(), place.unit()) + " came, "
                        + BalanceWords.of(place.left(), place.unit()) + " left)";
        return left + (place.complete() ? "" : "  (some documents leave the quantity out)");
    }

    private void place(PlaceBalance place) {
        String came = postings(place, true);
        String gone = postings(place, false);
        line("  " + BalanceWords.of(place.place()) + ": " + (came.isEmpty() ? "nothing came" : came) + " = "
                + BalanceWords.of(place.onHand(), place.unit()) + " on hand" + (gone.isEmpty() ? "" : " + " + gone)
                + untold(place) + (place.complete() ? "" : "; some documents leave the quantity out"));
    }

    private String untold(PlaceBalance place) {
        if (place.untold().signum() == 0) {
            return "";
        }
        return " - " + BalanceWords.of(place.untold(), place.unit())
                + (balance.beginsAt(place.place()) ? " (it begins here)" : " that nobody tells how it came");
    }

    private static String postings(PlaceBalance place, boolean comes) {
        return place.inOrder().entrySet().stream()
                .filter(each -> each.getKey().comes() == comes)
                .map(each -> BalanceWords.of(each.getValue(), place.unit()) + " "
                        + each.getKey().words())
                .collect(Collectors.joining(" + "));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
