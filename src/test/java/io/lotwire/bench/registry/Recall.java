package io.lotwire.bench.registry;

import io.lotwire.ledger.Ledger;
import io.lotwire.network.Told;
import io.lotwire.recall.Affected;
import io.lotwire.recall.AffectedGoods;
import io.lotwire.recall.Partners;
import io.lotwire.registry.walk.Reach;
import io.lotwire.registry.walk.ReachedLot;
import io.lotwire.registry.walk.Sense;
import io.lotwire.registry.walk.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recalls all lots that are watched, and compares what is found with the truth. */
final class Recall {
    private final Ledger ledger;
    private final List<Region> regions;
    private final Clock times = new Clock();
    private long right;
    private long wrong;
    private long missed;
    private long toFind;
    private long largest;
    private long shipments;

    Recall(Ledger ledger, List<Region> regions) {
        this.ledger = ledger;
        this.regions = regions;
    }

    void run() throws Exception {
        for (Region region : regions) {
            for (int bit = 0; bit < region.watched().size(); bit++) {
                recall(region, bit);
            }
        }
    }

    private void recall(Region region, int bit) throws Exception {
        String code = region.code(region.watched().get(bit));
        long lot = ledger.inTransaction(tx -> tx.handle()
                .createQuery("select id from lot where code = :code and gtin = :gtin")
                .bind("code", code)
                .bind("gtin", region.gtin().digits())
                .mapTo(Long.class)
                .one());
        Set<Long> sure = new HashSet<>();
        Set<Long> possible = new HashSet<>();
        times.time(() -> {
            Affected affected = ledger.inTransaction(
                    tx -> new AffectedGoods(tx, new Partners(List.of())).reachedFrom(List.of(lot)));
            shipments = Math.max(shipments, affected.shipments().size());
        });
        Reach reach = ledger.inTransaction(tx -> Walk.of(tx, List.of(lot), Sense.FORWARD));
        for (ReachedLot each : reach.lots()) {
            each.flows().forEach((flow, certain) -> add(flow.step().seq(), certain, sure, possible));
            each.entries().forEach((use, certain) -> add(use.step().seq(), certain, sure, possible));
            each.exits().forEach((use, certain) -> add(use.step().seq(), certain, sure, possible));
        }
        Set<Long> truth = truth(region, bit);
        largest = Math.max(largest, truth.size());
        right += sure.stream().filter(truth::contains).count();
        wrong += sure.stream().filter(seq -> !truth.contains(seq)).count();
        toFind += truth.size();
        missed += truth.stream().filter(seq -> !possible.contains(seq)).count();
    }

    private static void add(long seq, boolean certain, Set<Long> sure, Set<Long> possible) {
        possible.add(seq);
        if (certain) {
            sure.add(seq);
        }
    }

    private static Set<Long> truth(Region region, int bit) {
        Set<Long> truth = new HashSet<>();
        for (int i = 0; i < region.all().size(); i++) {
            Told told = region.all().get(i);
            boolean moves = told.to() != Told.NONE || told.run() != Told.NONE;
            if (moves && (told.watched() >> bit & 1) == 1) {
                truth.add(region.seq(i));
            }
        }
        return truth;
    }

    /** How long they took. */
    Clock times() {
        return times;
    }

    /** Of what is said for sure, how much is true. */
    double precision() {
        return (double) right / (right + wrong);
    }

    /** Of what is true, how much is found, for sure or as possible. */
    double found() {
        return (double) (toFind - missed) / toFind;
    }

    String words() {
        return "Recalls, each with who has how much of what and the documents: " + times.count() + ", the largest of "
                + largest + " events and " + shipments + " shipments; " + right
                + " events rightly found for sure, " + wrong + " wrongly, " + missed + " missed.";
    }
}
