package io.lotwire.recall;

import io.lotwire.recall.NoticePlan.Planned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a recall reaches, for people: which lots, who has how much, what is here, which shipments, and who is to be told how. */
public final class AffectedText {
    /** So many lines are told of shipments and lots; of more there is the count, and all of them are in the JSON and the record. */
    private static final int MOST = 30;

    private final Affected affected;
    private final StringBuilder text = new StringBuilder();
    private final Map<Long, Affected.Lot> lots = new HashMap<>();
    private final Map<Integer, Affected.Party> parties = new HashMap<>();

    private AffectedText(Affected affected) {
        this.affected = affected;
        affected.lots().forEach(lot -> lots.put(lot.number(), lot));
        affected.parties().forEach(party -> parties.put(party.number(), party));
    }

    /** Lines that end with a line feed. */
    public static String of(Affected affected, List<Planned> plan, boolean drill) {
        AffectedText writer = new AffectedText(affected);
        writer.lots();
        writer.stocks();
        writer.shipments();
        writer.told(plan, drill);
        return writer.text.toString();
    }

    private void lots() {
        line("");
        line(heading("Affected lots", affected.lots().size(), (int)
                affected.lots().stream().filter(lot -> !lot.sure()).count()));
        affected.lots().stream()
                .limit(MOST)
                .forEach(lot -> line("  " + sure(lot.sure()) + lot.words()
                        + (lot.depth() == 0 ? "" : "  (made of it, run " + lot.depth() + ")")));
        more(affected.lots().size());
    }

    /** Who had how much, and what should be there now; ourselves first. */
    private void stocks() {
        line("");
        line("Who has it (came there; should still be there, as far as documents tell)");
        Map<Integer, List<Affected.Stock>> byParty = affected.stocks().stream()
                .filter(stock -> parties.containsKey(stock.party())
                        && parties.get(stock.party()).got())
                .collect(Collectors.groupingBy(Affected.Stock::party, TreeMap::new, Collectors.toList()));
        if (byParty.isEmpty()) {
            line("  Nobody: no document tells that it went anywhere.");
        }
        byParty.entrySet().stream()
                .sorted(Comparator.comparing(each -> !parties.get(each.getKey()).us()))
                .forEach(each -> {
                    Affected.Party party = parties.get(each.getKey());
                    line("  " + sure(party.sure()) + name(party) + (party.us() ? "  - ON HAND HERE" : ""));
                    each.getValue().stream()
                            .filter(stock ->
                                    stock.came().signum() != 0 || stock.left().signum() != 0)
                            .forEach(stock -> line("            " + stock(stock)));
                });
    }

    private String stock(Affected.Stock stock) {
        BigDecimal possibly = stock.came().subtract(stock.surelyCame());
        String came = amount(stock.surelyCame(), stock.unit());
        if (possibly.signum() > 0) {
            came = stock.surelyCame().signum() > 0
                    ? came + " for sure and " + amount(possibly, stock.unit()) + " possibly"
                    : amount(possibly, stock.unit()) + " possibly";
        }
        return "lot " + lots.get(stock.lot()).code() + ": " + came + " came; "
                + amount(stock.there(), stock.unit()) + " there"
                + (stock.complete() ? "" : " (some documents leave quantities out)");
    }

    private static String amount(BigDecimal quantity, String unit) {
        return (quantity.stripTrailingZeros().toPlainString() + " " + unit).strip();
    }

    /** Those of one document and one way together. */
    private void shipments() {
        Map<List<Object>, List<Affected.Shipment>> documents = new LinkedHashMap<>();
        affected.shipments().forEach(each -> documents
                .computeIfAbsent(
                        List.of(
                                each.document(),
                                each.number(),
                                each.partner(),
                                each.from(),
                                each.to(),
                                each.when(),
                                each.lot(),
                                each.unit(),
                                each.sure()),
                        key -> new ArrayList<>())
                .add(each));
        line("");
        line(heading("Affected shipments", documents.size(), (int)
                documents.values().stream().filter(each -> !each.get(0).sure()).count()));
        documents.values().stream().limit(MOST).forEach(each -> line("  " + shipment(each)));
        more(documents.size());
    }

    private String shipment(List<Affected.Shipment> together) {
        Affected.Shipment first = together.get(0);
        boolean told = together.stream().allMatch(each -> each.quantity() != null);
        BigDecimal quantity = together.stream()
                .map(Affected.Shipment::quantity)
                .filter(each -> each != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long units = together.stream()
                .filter(each -> !each.sscc().isEmpty())
                .map(Affected.Shipment::sscc)
                .distinct()
                .count();
        return sure(first.sure())
                + (first.when().isEmpty() ? "(no date)" : first.when()) + "  " + first.type() + " from "
                + name(first.from()) + " to " + name(first.to()) + ": lot "
                + lots.get(first.lot()).code() + ", "
                + (told ? amount(quantity, first.unit()) : "quantity not told")
                + (units == 0 ? "" : ", on " + units + (units == 1 ? " unit" : " units")) + ", " + first.document()
                + (first.number().isEmpty() ? "" : " " + first.number())
                + (first.references().isEmpty() ? "" : " (" + String.join(", ", first.references()) + ")");
    }

    private void told(List<Planned> plan, boolean drill) {
        line("");
        line("Who is to be told" + (plan.isEmpty() ? ": nobody, as far as documents tell." : ""));
        plan.forEach(each -> line("  " + sure(each.sure()) + each.name() + ": " + way(each, drill)));
    }

    private static String way(Planned each, boolean drill) {
        if (each.sends(drill)) {
            return each.way().orElseThrow().as().word() + " over "
                    + each.way().orElseThrow().over().word() + (drill ? ", as a test" : "");
        }
        if (drill) {
            return each.way().isPresent() ? "not told: no test is agreed" : "not told: nothing is agreed";
        }
        return "BY TELEPHONE" + (each.telephone().isEmpty() ? "" : " (" + each.telephone() + ")")
                + (each.partner().isEmpty() ? ": no profile" : ": no 'recall' in the profile " + each.partner());
    }

    private static String heading(String what, int count, int possible) {
        return what + ": " + count + (possible == 0 ? "" : ", of which " + possible + " only possibly");
    }

    private void more(int count) {
        if (count > MOST) {
            line("  And " + (count - MOST) + " more; --json tells all.");
        }
    }

    private static String sure(boolean sure) {
        return sure ? "certain   " : "possible  ";
    }

    private String name(int number) {
        Affected.Party party = parties.get(number);
        return party == null ? "(not stated)" : party.name();
    }

    private static String name(Affected.Party party) {
        return party.name() + (party.gln().isEmpty() ? "" : " (GLN " + party.gln() + ")");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
