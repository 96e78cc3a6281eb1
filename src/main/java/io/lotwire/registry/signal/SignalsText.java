package io.lotwire.registry.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Signals and lots at risk in words. */
public final class SignalsText {
    private static final double MILLIONTH = 1e-6;

    private SignalsText() {}

    /** The lines, without a line feed at the end. */
    public static String of(Signals signals, List<LotAtRisk> lots) {
        List<String> lines = new ArrayList<>();
        if (signals.signals().isEmpty()) {
            lines.add("No supplier, plant or lane has more trouble with its lots than chance explains ("
                    + signals.comparisons() + " comparisons).");
            return lines.get(0);
        }
        lines.add("More than chance explains (" + signals.comparisons() + " comparisons):");
        signals.signals().forEach(signal -> lines.add("  " + sentence(signal)));
        if (!lots.isEmpty()) {
            lines.add("");
            lines.add("Lots at risk, with their reasons:");
            lots.forEach(lot -> lines.add("  " + lot.score() + "  " + words(lot)));
        }
        return String.join("\n", lines);
    }

    private static String sentence(Signal signal) {
        return signal.subject().words() + ": " + signal.troubled() + " of " + signal.lots() + " lots "
                + signal.trouble().words() + ", like the others it would be " + signal.expectedLow() + " to "
                + signal.expectedHigh() + " (chance " + chance(signal.chance()) + ")";
    }

    /** Small numbers say nothing beyond that they are small. */
    private static String chance(double chance) {
        return chance < MILLIONTH ? "below 1 in a million" : String.format(Locale.ROOT, "1 in %,.0f", 1 / chance);
    }

    private static String words(LotAtRisk lot) {
        List<String> reasons = new ArrayList<>();
        lot.own().forEach(trouble -> reasons.add("itself " + trouble.words().replace("were", "was")));
        lot.signals()
                .forEach(signal -> reasons.add(
                        signal.subject().words() + " (" + signal.trouble().words() + ")"));
        String product = lot.description().isEmpty() ? lot.gtin() : lot.description();
        return "lot " + lot.code() + (product.isEmpty() ? "" : ", " + product) + ": "
                + reasons.stream().collect(Collectors.joining("; "));
    }
}
