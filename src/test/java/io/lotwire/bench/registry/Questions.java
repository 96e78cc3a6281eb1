package io.lotwire.bench.registry;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.network.Told;
import io.lotwire.registry.LotSearch;
import io.lotwire.registry.Tracer;
import io.lotwire.registry.record.LotRecords;
import io.lotwire.registry.walk.Genealogy;
import io.lotwire.registry.walk.Sense;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Questions about some networks, always the same. */
final class Questions {
    private static final int TRACES_OF_REGION = 20;
    private static final int SEARCHES_OF_REGION = 20;
    /** Lots that are named of a genealogy, as the command does. */
    private static final int MOST = 200;

    private final Ledger ledger;
    private final List<Traced> traced;
    private final List<Search> searches;
    private int largest;

    Questions(Ledger ledger, List<Region> regions, int runs) {
        this(ledger, new ArrayList<>(), new ArrayList<>());
        Random random = new Random(1);
        for (Region region : regions) {
            Map<String, Long> numbers = numbers(region);
            List<String> codes = numbers.keySet().stream().sorted().collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(codes, random);
            codes.stream()
                    .filter(code -> depth(numbers.get(code)) >= runs)
                    .limit(TRACES_OF_REGION)
                    .forEach(code -> traced.add(new Traced(region, code, numbers.get(code))));
            for (int i = 0; i < SEARCHES_OF_REGION; i++) {
                searches.add(search(
                        region, region.all().get(random.nextInt(region.all().size()))));
            }
        }
    }

    private Questions(Ledger ledger, List<Traced> traced, List<Search> searches) {
        this.ledger = ledger;
        this.traced = traced;
        this.searches = searches;
    }

    /** The same, asked of another ledger of the same database. */
    Questions of(Ledger other) {
        return new Questions(other, traced, searches);
    }

    private record Traced(Region region, String code, long number) {}

    /** A question for lots. */
    private interface Search {
        int found(LotSearch search);
    }

    /** How long questions took. */
    record Answers(Clock traces, Clock searches, Clock records) {}

    private Map<String, Long> numbers(Region region) {
        Map<String, Long> numbers = new HashMap<>();
        List<Map.Entry<String, Long>> rows = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select code, id from lot where gtin = :gtin")
                .bind("gtin", region.gtin().digits())
                .map((row, context) -> Map.entry(row.getString("code"), row.getLong("id")))
                .list());
        rows.forEach(row -> numbers.put(row.getKey(), row.getValue()));
        return numbers;
    }

    private int depth(long lot) {
        int forward = deepest(genealogy(lot, Sense.FORWARD));
        return forward + deepest(genealogy(lot, Sense.BACKWARD));
    }

    private static int deepest(Genealogy genealogy) {
        return genealogy.lots().stream()
                .mapToInt(Genealogy.Relative::depth)
                .max()
                .orElse(0);
    }

    private Genealogy genealogy(long lot, Sense sense) {
        return ledger.inTransaction(tx -> Genealogy.of(tx, lot, sense, Integer.MAX_VALUE - 1));
    }

    private static Search search(Region region, Told told) {
        if (told.sscc() != Told.NONE) {
            Sscc sscc = region.sscc(told.sscc());
            return search -> search.onUnit(sscc).size();
        }
        if (told.shipment() != Told.NONE) {
            String number = region.shipment(told.shipment());
            return search -> search.inDocuments(number).size();
        }
        String code = region.code(told.lot());
        return search -> search.withCode(code).size();
    }

    /** Asks all. */
    Answers askAll() throws Exception {
        Clock traces = new Clock();
        for (Traced lot : traced) {
            traces.time(() -> {
                int steps = ledger.inTransaction(tx -> {
                    new Tracer(tx).trace(lot.code(), Optional.of(lot.region().gtin()));
                    Genealogy into = Genealogy.of(tx, lot.number(), Sense.FORWARD, MOST);
                    Genealogy from = Genealogy.of(tx, lot.number(), Sense.BACKWARD, MOST);
                    return into.lots().size() + into.more() + from.lots().size() + from.more();
                });
                largest = Math.max(largest, steps);
            });
        }
        Clock found = new Clock();
        for (Search search : searches) {
            found.time(() -> {
                int lots = ledger.inTransaction(tx -> search.found(new LotSearch(tx)));
                if (lots == 0) {
                    throw new IllegalStateException("A search found nothing.");
                }
            });
        }
        Clock records = new Clock();
        for (Traced lot : traced) {
            records.time(() -> {
                boolean isKnown = ledger.inTransaction(tx -> {
                    LotRecords all = new LotRecords(tx, LotRules.NONE);
                    return all.find(lot.code(), Optional.of(lot.region().gtin())).stream()
                            .map(all::of)
                            .anyMatch(record -> record.code().equals(lot.code()));
                });
                if (!isKnown) {
                    throw new IllegalStateException("A lot is not known.");
                }
            });
        }
        return new Answers(traces, found, records);
    }

    /** The largest trace in words. */
    String largest() {
        return largest + " lots";
    }
}
