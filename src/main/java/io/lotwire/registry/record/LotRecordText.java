package io.lotwire.registry.record;

import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.RecordKind;
import io.lotwire.registry.master.RegistryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A lot's record for people. */
public final class LotRecordText {
    private LotRecordText() {}

    /** Its lines. */
    public static String of(LotRecord lot) {
        List<String> lines = new ArrayList<>();
        lines.add("Lot " + lot.code() + lot.gtin().map(gtin -> ", GTIN " + gtin).orElse(""));
        lines.add("  " + status(lot));
        if (!lot.parts().isEmpty()) {
            lines.add("  its code says: "
                    + lot.parts().entrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue())
                            .collect(Collectors.joining(", ")));
        }
        lines.add("");
        lines.add("Facts");
        for (Fact fact : RecordKind.LOT.facts()) {
            if (!fact.name().equals("lot")) {
                lot.known()
                        .fact(fact.name())
                        .ifPresent(kept -> lines.add("  " + padded(fact.name()) + written(fact, kept)));
            }
        }
        lot.expiry()
                .filter(Expiry::isDerived)
                .ifPresent(expiry -> lines.add("  " + padded("expires") + expiry.words()));
        new TreeMap<>(lot.known().attributes())
                .forEach((name, value) -> lines.add("  " + padded("attributes." + name) + value));
        if (!lot.statements().isEmpty()) {
            lines.add("");
            lines.add("Who stated it");
            lot.statements()
                    .forEach(each -> lines.add(
                            "  " + padded(each.field()) + each.value() + "  " + each.by() + ", " + each.since()));
        }
        history(lot, lines);
        return String.join("\n", lines);
    }

    private static void history(LotRecord lot, List<String> lines) {
        Map<String, String> history = new TreeMap<>();
        for (RegistryChange change : lot.changes()) {
            add(history, change.at() + "  " + change.by() + "  " + change(change) + reason(change.why()));
        }
        for (LotStatus status : lot.statuses()) {
            String reference = status.reference().isEmpty() ? "" : ", " + status.reference();
            add(
                    history,
                    status.since() + "  " + status.by() + "  " + status.kind().inWords() + reference
                            + reason(status.why()));
            status.ended()
                    .ifPresent(ended -> add(
                            history,
                            ended.at() + "  " + ended.by() + "  no longer "
                                    + status.kind().inWords() + reason(ended.why())));
        }
        if (!history.isEmpty()) {
            lines.add("");
            lines.add("History");
            history.values().forEach(line -> lines.add("  " + line));
        }
    }

    /** By time, those of one moment in the order in which they come. */
    private static void add(Map<String, String> history, String line) {
        history.put(
                line.substring(0, line.indexOf(' ')) + " " + String.format(Locale.ROOT, "%06d", history.size()), line);
    }

    private static String status(LotRecord lot) {
        List<String> standing = lot.statuses().stream()
                .filter(LotStatus::stands)
                .map(LotStatus::words)
                .toList();
        return standing.isEmpty() ? "active" : String.join("; ", standing);
    }

    private static String change(RegistryChange change) {
        if (change.isBeginning()) {
            return "made the record";
        }
        return change.field() + ": " + (change.before().isEmpty() ? "" : change.before() + " -> ") + change.after();
    }

    private static String reason(String why) {
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private static String written(Fact fact, String kept) {
        return fact.type().isList()
                ? String.join(", ", Listed.ofJson(kept))
                : fact.type().written(kept);
    }

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-22s", name);
    }
}
