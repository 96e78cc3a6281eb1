package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Lot;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A trace as text: a tree of who sent the lot to whom, and who has it now. */
public final class TraceText {
    private static final int UNITS_SHOWN = 3;

    private final StringBuilder text = new StringBuilder();
    private final TraceDirection direction;

    private TraceText(TraceDirection direction) {
        this.direction = direction;
    }

    /** The trace, as lines that end with a line feed. */
    public static String of(Trace trace, TraceDirection direction) {
        TraceText writer = new TraceText(direction);
        writer.write(trace);
        return writer.text.toString();
    }

    private void write(Trace trace) {
        if (trace.trails().isEmpty()) {
            line("No document names lot " + trace.code() + (trace.gtin().isEmpty() ? "" : " of GTIN " + trace.gtin())
                    + ".");
        }
        if (trace.trails().size() > 1) {
            line("Lot code " + trace.code() + " is used for " + trace.trails().size()
                    + " products. Each is a lot of its own; --gtin asks for one.");
            line("");
        }
        for (int i = 0; i < trace.trails().size(); i++) {
            if (i > 0) {
                line("");
            }
            write(trace.trails().get(i));
        }
        if (!trace.otherProducts().isEmpty()) {
            line("The same lot code is used for: " + String.join("; ", trace.otherProducts()) + ".");
        }
    }

    private void write(LotTrail trail) {
        line("Lot " + trail.lot().code() + ": " + trail.product());
        facts(trail.lot()).forEach(fact -> line("  " + fact));
        if (direction != TraceDirection.BACKWARD) {
            line("");
            line("Where it went");
            tree(trail, true);
        }
        if (direction != TraceDirection.FORWARD) {
            line("");
            line("Where it came from");
            tree(trail, false);
        }
        trail.changes().forEach(change -> line("  " + words(change)));
    }

    private static List<String> facts(Lot lot) {
        List<String> facts = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        addDate(dates, "expires", lot.expires());
        addDate(dates, "best before", lot.bestBefore());
        addDate(dates, "made", lot.manufactured());
        addDate(dates, "packed", lot.packed());
        addDate(dates, "harvested", lot.harvested());
        if (!dates.isEmpty()) {
            facts.add(String.join(", ", dates));
        }
        if (lot.source() != null) {
            String source = List.of(
                            lot.source().name(),
                            lot.source().gln(),
                            lot.source().reference())
                    .stream()
                    .filter(part -> part != null && !part.isEmpty())
                    .collect(Collectors.joining(", "));
            facts.add("lot code assigned at: " + source);
        }
        return facts;
    }

    private static void addDate(List<String> dates, String what, String date) {
        if (!date.isEmpty()) {
            dates.add(what + " " + date);
        }
    }

    private void tree(LotTrail trail, boolean forward) {
        Map<Integer, List<Movement>> branches = new TreeMap<>();
        Set<Integer> reached = new HashSet<>();
        Map<Integer, TracedParty> parties = new TreeMap<>();
        for (Movement movement : trail.movements()) {
            TracedParty near = forward ? movement.from() : movement.to();
            TracedParty far = forward ? movement.to() : movement.from();
            branches.computeIfAbsent(near.number(), number -> new ArrayList<>()).add(movement);
            reached.add(far.number());
            parties.put(near.number(), near);
            parties.put(far.number(), far);
        }
        Set<Integer> shown = new HashSet<>();
        for (boolean onlyEnds : new boolean[] {true, false}) {
            // First from the ends; what is then left goes in circles, and is entered anywhere.
            for (TracedParty party : parties.values()) {
                boolean isEnd = !reached.contains(party.number());
                if (branches.containsKey(party.number()) && !shown.contains(party.number()) && (isEnd || !onlyEnds)) {
                    line("  " + words(party));
                    branches(party, "  ", branches, shown, forward);
                }
            }
        }
        if (trail.movements().isEmpty()) {
            line("  No document says that it was moved.");
        }
    }

    private void branches(
            TracedParty party,
            String indent,
            Map<Integer, List<Movement>> branches,
            Set<Integer> shown,
            boolean forward) {
        shown.add(party.number());
        List<Movement> movements = branches.getOrDefault(party.number(), List.of());
        for (int i = 0; i < movements.size(); i++) {
            Movement movement = movements.get(i);
            boolean last = i == movements.size() - 1;
            TracedParty far = forward ? movement.to() : movement.from();
            boolean goesOn = branches.containsKey(far.number());
            boolean repeated = shown.contains(far.number());
            String inner = indent + (last ? "   " : "│  ");
            line(indent + (last ? "└─ " : "├─ ") + headline(movement, far, forward));
            line(inner + (goesOn && !repeated ? "│  " : "   ") + details(movement));
            if (goesOn && repeated) {
                line(inner + "   (what " + far.name() + " did with it is shown above)");
            } else if (goesOn) {
                branches(far, inner, branches, shown, forward);
            }
        }
    }

    private static String headline(Movement movement, TracedParty far, boolean forward) {
        String when = movement.when().isEmpty() ? "(no date)" : movement.when().replace('T', ' ');
        return when + "  " + verb(movement.type(), forward) + " " + words(far) + ": " + quantity(movement.loads());
    }

    private static String verb(EventType type, boolean forward) {
        return switch (type) {
            case RECEIVED -> forward ? "received by" : "received from";
            case RETURNED -> forward ? "returned to" : "returned by";
            default -> forward ? "shipped to" : "shipped by";
        };
    }

    private static String details(Movement movement) {
        List<String> parts = new ArrayList<>();
        parts.add(movement.document()
                + (movement.documentNumber().isEmpty() ? "" : " " + movement.documentNumber())
                + " of " + movement.partner());
        movement.references().stream()
                .filter(reference -> !reference.value().equals(movement.documentNumber()))
                .map(TraceText::words)
                .forEach(parts::add);
        Set<String> units = new LinkedHashSet<>();
        movement.loads().stream()
                .map(Load::sscc)
                .filter(sscc -> !sscc.isEmpty())
                .forEach(units::add);
        if (!units.isEmpty()) {
            String named = units.stream().limit(UNITS_SHOWN).collect(Collectors.joining(", "));
            parts.add("SSCC " + named
                    + (units.size() > UNITS_SHOWN ? " and " + (units.size() - UNITS_SHOWN) + " more" : ""));
        }
        if (!movement.namesLot()) {
            parts.add("the document names the unit, not the lot");
        }
        return String.join(", ", parts);
    }

    private static String words(Reference reference) {
        return reference.type().replace('-', ' ') + " " + reference.value();
    }

    private static String words(TracedParty party) {
        return party.gln().isEmpty() || party.name().contains(party.gln())
                ? party.name()
                : party.name() + " (GLN " + party.gln() + ")";
    }

    private static String words(Change change) {
        String when = change.when().isEmpty() ? "(no date)" : change.when().replace('T', ' ');
        String what = Word.of(change.changesStock() ? change.type() : change.condition());
        Load load = new Load("", "", change.quantity(), change.unit());
        return when + "  " + what + " at " + words(change.at()) + ": " + quantity(List.of(load)) + why(change) + ", "
                + change.document() + (change.documentNumber().isEmpty() ? "" : " " + change.documentNumber()) + " of "
                + change.partner();
    }

    private static String why(Change change) {
        return change.reason() == null || change.reason().text().isEmpty()
                ? ""
                : " (" + change.reason().text() + ")";
    }

    private static String quantity(List<Load> loads) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        boolean missing = false;
        for (Load load : loads) {
            if (load.quantity() == null) {
                missing = true;
            } else {
                sums.merge(load.unit(), load.quantity(), BigDecimal::add);
            }
        }
        String stated = sums.entrySet().stream()
                .map(e -> amount(e.getValue(), e.getKey()))
                .collect(Collectors.joining(" + "));
        if (stated.isEmpty()) {
            return "quantity not stated";
        }
        return missing ? stated + " and more without a quantity" : stated;
    }

    private static String amount(BigDecimal value, String unit) {
        return (value.toPlainString() + " " + unit).strip();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
