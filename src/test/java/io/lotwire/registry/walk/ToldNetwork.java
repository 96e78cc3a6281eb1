package io.lotwire.registry.walk;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.network.Plan;
import io.lotwire.network.SupplyNetwork;
import io.lotwire.network.Told;
import io.lotwire.registry.Network;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network whose happenings came in as documents, each one of its own. */
public final class ToldNetwork {
    private static final int REPLACED = 7;
    private static final int CANCELLED = 11;
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(2026, 1, 5, 6, 0, 0, 0, ZoneOffset.ofHours(-6));

    private final Network network = new Network();
    private final List<Told> all = new ArrayList<>();
    private final Map<Integer, Long> seqs = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final SupplyNetwork.Ending ending;

    public ToldNetwork(Plan plan) throws SQLException {
        this(plan, 1, false);
    }

    /**
     * A part of a network.
     *
     * @param part so much of all that happened, what was first first
     * @param corrected whether some documents tell it wrongly at first, and some tell what never was, until they are replaced or cancelled
     */
    public ToldNetwork(Plan plan, double part, boolean corrected) throws SQLException {
        ending = SupplyNetwork.play(plan, all::add);
        all.subList((int) (all.size() * part), all.size()).clear();
        Map<String, List<EventSamples>> documents = new LinkedHashMap<>();
        Map<String, List<EventSamples>> wrong = new LinkedHashMap<>();
        Map<String, List<EventSamples>> right = new LinkedHashMap<>();
        Map<String, List<EventSamples>> never = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (corrected && i % REPLACED == 0) {
                wrong.put("D" + i, List.of(sample("w" + i, all.get(i)).cases("7")));
                right.put("D" + i, List.of(sample("t" + i, all.get(i)).purpose(Purpose.REPLACE)));
            } else {
                documents.put("D" + i, List.of(sample("t" + i, all.get(i))));
            }
            if (corrected && i % CANCELLED == 0) {
                never.put("N" + i, List.of(sample("n" + i, all.get(i))));
            }
        }
        network.documents(wrong, Purpose.ORIGINAL);
        network.documents(never, Purpose.ORIGINAL);
        Map<String, Long> stored = new HashMap<>(network.documents(documents, Purpose.ORIGINAL));
        stored.putAll(network.documents(right, Purpose.REPLACE));
        never.values().forEach(events -> events.forEach(event -> event.purpose(Purpose.CANCEL)));
        network.documents(never, Purpose.CANCEL);
        for (int i = 0; i < all.size(); i++) {
            seqs.put(i, stored.get(EventSamples.id("t" + i)));
        }
        List<Map.Entry<String, Long>> rows = network.ledger().inTransaction(tx -> tx.handle()
                .createQuery("select code, id from lot")
                .map((row, context) -> Map.entry(row.getString("code"), row.getLong("id")))
                .list());
        rows.forEach(row -> numbers.put(row.getKey(), row.getValue()));
    }

    private static EventSamples sample(String id, Told told) {
        EventSamples sample = EventSamples.of(told.type(), id)
                .at(BEGINNING.plusSeconds(told.second()).toString())
                .from(place(told.from()));
        if (told.to() != Told.NONE) {
            sample.to(place(told.to()));
        }
        if (told.lot() != Told.NONE) {
            sample.gtin("00614141000012").lot(code(told.lot())).cases(Integer.toString(told.quantity()));
        }
        if (told.sscc() != Told.NONE) {
            sample.pallet(Long.toString(told.sscc()));
        }
        if (told.shipment() != Told.NONE) {
            sample.reference("asn", "S" + told.shipment());
        }
        if (told.run() != Told.NONE) {
            String run = "R" + told.run();
            return told.output() ? sample.outOf(run) : sample.into(run);
        }
        return sample;
    }

    /** How much of each lot is at each place at the end, by the truth. */
    public Map<Integer, Map<Integer, Integer>> stock() {
        return ending.stock();
    }

    private static Party place(int number) {
        return EventSamples.party("", "Place " + number);
    }

    private static String code(int lot) {
        return "L" + lot;
    }

    public Network network() {
        return network;
    }

    /** The watched lots, by their bits. */
    public List<Integer> watched() {
        return ending.watched();
    }

    /** All that happened. */
    public List<Told> all() {
        return all;
    }

    /** The number of an event. */
    long seq(int told) {
        return seqs.get(told);
    }

    /** Follows a lot. */
    Reach walk(int lot, Sense sense) {
        List<Long> roots = List.of(number(lot));
        return network.ledger().inTransaction(tx -> Walk.of(tx, roots, sense));
    }

    /** The number of a lot in the registry. */
    public long number(int lot) {
        return numbers.get(code(lot));
    }

    /** The events of goods that a watched lot may have been in, by the truth. */
    Set<Long> truth(int bit) {
        Set<Long> truth = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Told told = all.get(i);
            boolean moves = told.to() != Told.NONE || told.run() != Told.NONE;
            if (moves && (told.watched() >> bit & 1) == 1) {
                truth.add(seqs.get(i));
            }
        }
        return truth;
    }

    /** The events that a walk came to. */
    static Set<Long> events(Reach reach, boolean sureOnly) {
        Set<Long> events = new HashSet<>();
        for (ReachedLot lot : reach.lots()) {
            lot.flows().forEach((flow, sure) -> add(flow.step(), sure || !sureOnly, events));
            lot.entries().forEach((use, sure) -> add(use.step(), sure || !sureOnly, events));
            lot.exits().forEach((use, sure) -> add(use.step(), sure || !sureOnly, events));
        }
        return events;
    }

    private static void add(Step step, boolean counts, Set<Long> events) {
        if (counts) {
            events.add(step.seq());
        }
    }

    /** What events tell, in words, in the order of time. */
    List<String> words(Set<Long> events) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (events.contains(seqs.get(i))) {
                words.add(all.get(i).toString());
            }
        }
        return words;
    }
}
