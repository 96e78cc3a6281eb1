package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a recall became known after it was opened. */
public final class KnownSince {
    private KnownSince() {}

    /**
     * What has come to light of a recall.
     *
     * @param then what was affected, as it was known when it was opened
     */
    public static List<String> of(LedgerTransaction tx, Profiles profiles, Recall recall, Affected then) {
        AffectedGoods goods = new AffectedGoods(tx, new Partners(profiles.good()));
        return between(then, goods.reachedFrom(goods.lots(recall.scope())));
    }

    /** Lots, parties and shipments that are affected now and were not known to be then; a line each. */
    public static List<String> between(Affected then, Affected now) {
        List<String> since = new ArrayList<>();
        Set<Long> lots = new HashSet<>();
        then.lots().forEach(lot -> lots.add(lot.number()));
        Map<Long, String> words = new HashMap<>();
        now.lots().forEach(lot -> words.put(lot.number(), lot.words()));
        now.lots().stream()
                .filter(lot -> !lots.contains(lot.number()))
                .forEach(lot -> since.add((lot.sure() ? "certain   " : "possible  ") + lot.words()));
        Set<String> parties = new HashSet<>();
        then.parties().forEach(party -> parties.add(key(party)));
        Map<Integer, String> names = new HashMap<>();
        now.parties().forEach(party -> names.put(party.number(), party.name()));
        now.parties().stream()
                .filter(party -> party.got() && !parties.contains(key(party)))
                .forEach(party -> since.add((party.sure() ? "certain   " : "possible  ") + party.name()
                        + " got some of it" + (party.partner().isEmpty() ? "" : " (profile " + party.partner() + ")")));
        Set<List<Object>> shipments = new HashSet<>();
        then.shipments().forEach(shipment -> shipments.add(key(shipment)));
        now.shipments().stream()
                .filter(shipment -> !shipments.contains(key(shipment)))
                .forEach(shipment -> since.add((shipment.sure() ? "certain   " : "possible  ") + shipment.when() + " "
                        + shipment.type() + " from " + names.getOrDefault(shipment.from(), "(not stated)") + " to "
                        + names.getOrDefault(shipment.to(), "(not stated)") + ": " + words.get(shipment.lot())
                        + ", " + shipment.document() + " " + shipment.number()));
        return since.stream().distinct().toList();
    }

    private static String key(Affected.Party party) {
        return party.gln().isEmpty() ? party.name() : party.gln();
    }

    private static List<Object> key(Affected.Shipment shipment) {
        return List.of(
                shipment.lot(),
                shipment.partner(),
                shipment.document(),
                shipment.number(),
                shipment.type(),
                shipment.when(),
                shipment.sscc());
    }
}
