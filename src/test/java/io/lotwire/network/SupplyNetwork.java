package io.lotwire.network;

import io.lotwire.lot.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A network of suppliers, rows of plants, warehouses and stores. Each plant makes lots of what it has, of several inputs, in runs that go
 * on side by side, with rework of what is finished; finished goods are packed on pallets, which go on as a whole or are unpacked and picked; some come back.
 * Things happen one after the other, and with each the goods' true history is carried on: what is said of a lot is what could be in it.
 */
public final class SupplyNetwork {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int SUPPLIER_CASES = 200;
    private static final int RUN_OUTPUT = 60;
    private static final int PALLET = 20;
    private static final double REWORK = 0.15;
    private static final double RETURN = 0.1;
    private static final double WHOLE_PALLET = 0.5;
    private static final long FIRST_SSCC = 950_600_000_000_000_000L;

    private final Plan plan;
    private final Random random;
    private final Consumer<Told> tell;
    private final List<Map<Integer, Stock>> stocks = new ArrayList<>();
    private final List<List<Pallet>> pallets = new ArrayList<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::second).thenComparingLong(Later::order));
    private final Map<Integer, Integer> bits = new HashMap<>();
    private final List<Integer> watchedLots = new ArrayList<>();
    private long second;
    private long order;
    private int lots;
    private int runs;
    private int shipments;
    private long palletCount;

    private SupplyNetwork(Plan plan, Consumer<Told> tell) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.tell = tell;
        for (int place = 0; place < places(plan); place++) {
            stocks.add(new HashMap<>());
            pallets.add(new ArrayList<>());
        }
    }

    private record Later(long second, long order, Runnable what) {}

    /** A pallet with goods of one lot. */
    private record Pallet(long sscc, int lot, int quantity, long watched) {}

    /**
     * Makes a network.
     *
     * @param tell is told what happens, in its order
     * @return the lots that are watched, in the order of their bits
     */
    public static List<Integer> make(Plan plan, Consumer<Told> tell) {
        return play(plan, tell).watched();
    }

    /**
     * What is true at the end.
     *
     * @param watched the lots that are watched, in the order of their bits
     * @param stock how much of each lot is at each place, loose and on pallets, but for that of suppliers, who have what they ship
     */
    public record Ending(List<Integer> watched, Map<Integer, Map<Integer, Integer>> stock) {}

    /** Makes a network likewise, and tells what is where at its end. */
    public static Ending play(Plan plan, Consumer<Told> tell) {
        SupplyNetwork network = new SupplyNetwork(plan, tell);
        for (int day = 0; day < plan.days(); day++) {
            network.day(day);
        }
        network.runLater(Long.MAX_VALUE);
        return new Ending(network.watchedLots, network.stock());
    }

    private Map<Integer, Map<Integer, Integer>> stock() {
        Map<Integer, Map<Integer, Integer>> all = new HashMap<>();
        for (int place = 0; place < stocks.size(); place++) {
            Map<Integer, Integer> ofPlace = all.computeIfAbsent(place, key -> new HashMap<>());
            stocks.get(place).values().stream()
                    .filter(stock -> stock.quantity > 0)
                    .forEach(stock -> ofPlace.merge(stock.lot, stock.quantity, Integer::sum));
            pallets.get(place).forEach(pallet -> ofPlace.merge(pallet.lot, pallet.quantity, Integer::sum));
        }
        return all;
    }

    /** How many places a network has: suppliers first, one for each plant of the first tier; then plants by tier, warehouses, stores. */
    public static int places(Plan plan) {
        return plan.plants() * (1 + plan.tiers()) + plan.warehouses() + plan.stores();
    }

    private int plant(int tier, int number) {
        return plan.plants() * (1 + tier) + number;
    }

    private int warehouse(int number) {
        return plan.plants() * (1 + plan.tiers()) + number;
    }

    private int store(int number) {
        return warehouse(plan.warehouses()) + number;
    }

    private void day(int day) {
        second = Math.max(second, (long) day * SECONDS_OF_DAY);
        for (int number = 0; number < plan.plants(); number++) {
            supply(number);
        }
        for (int tier = 0; tier < plan.tiers(); tier++) {
            for (int number = 0; number < plan.plants(); number++) {
                produce(tier, number);
            }
        }
        for (int number = 0; number < plan.warehouses(); number++) {
            distribute(warehouse(number));
        }
        for (int number = 0; number < plan.stores(); number++) {
            giveBack(store(number));
        }
    }

    /** A supplier's lot goes to the plant of its own; the first of all is salt, which all plants of the first tier get. */
    private void supply(int number) {
        int lot = newLot();
        if (watchedLots.size() < plan.watched()) {
            bits.put(lot, watchedLots.size());
            watchedLots.add(lot);
        }
        boolean salt = plan.hub() && lot == 0;
        for (int plant = 0; plant < plan.plants(); plant++) {
            if (salt || plant == number) {
                ship(
                        number,
                        plant(0, plant),
                        lot,
                        salt ? Integer.MAX_VALUE / 2 : SUPPLIER_CASES,
                        bit(lot),
                        shipments++);
            }
        }
    }

    private void produce(int tier, int number) {
        int plant = plant(tier, number);
        boolean last = tier == plan.tiers() - 1;
        // Runs of a day make one lot together, so that it is bad from a certain hour on only.
        int lot = newLot();
        int[] numbers = new int[plan.runs()];
        long[] inside = new long[plan.runs()];
        boolean[] begun = new boolean[plan.runs()];
        for (int i = 0; i < plan.runs(); i++) {
            numbers[i] = runs++;
        }
        int made = 0;
        for (int step = 0; step < plan.runs() * 3; step++) {
            int run = random.nextInt(plan.runs());
            boolean feeds = !begun[run] || random.nextInt(3) > 0;
            if (feeds) {
                for (Stock stock : inputs(plant, lot)) {
                    int taken = stock.take(5 + random.nextInt(20));
                    inside[run] |= stock.watched;
                    begun[run] = true;
                    tellRun(plant, stock.lot, taken, numbers[run], false, stock.watched);
                }
            } else {
                made += RUN_OUTPUT;
                stock(plant, lot).add(RUN_OUTPUT, inside[run]);
                tellRun(plant, lot, RUN_OUTPUT, numbers[run], true, inside[run]);
                leave(tier, number, lot, last);
            }
        }
        if (made > 0) {
            leave(tier, number, lot, last);
        }
    }

    /** Lots of the plant that go into a run: some that came, and now and then what was made there. */
    private List<Stock> inputs(int plant, int current) {
        List<Stock> there = stocks.get(plant).values().stream()
                .filter(stock -> stock.quantity > 0 && (stock.lot != current || random.nextDouble() < REWORK))
                .sorted(Comparator.comparingInt(stock -> -stock.lot))
                .limit(6)
                .toList();
        List<Stock> inputs = new ArrayList<>();
        if (plan.hub() && stocks.get(plant).containsKey(0)) {
            inputs.add(stocks.get(plant).get(0));
        }
        for (int i = 0; i < 2 && !there.isEmpty(); i++) {
            Stock stock = there.get(random.nextInt(there.size()));
            if (!inputs.contains(stock)) {
                inputs.add(stock);
            }
        }
        return inputs;
    }

    /** Some of what is made leaves at once: loose to the next row of plants, packed on pallets to warehouses. */
    private void leave(int tier, int number, int lot, boolean last) {
        int plant = plant(tier, number);
        Stock stock = stock(plant, lot);
        if (last) {
            while (stock.quantity >= PALLET && random.nextInt(4) > 0) {
                pack(plant, stock);
            }
            for (Pallet pallet : List.copyOf(pallets.get(plant))) {
                if (random.nextBoolean()) {
                    shipPallet(plant, warehouse(random.nextInt(plan.warehouses())), pallet, random.nextBoolean());
                }
            }
        } else {
            int wanted = stock.take(RUN_OUTPUT / 2);
            if (wanted > 0) {
                ship(plant, plant(tier + 1, random.nextInt(plan.plants())), lot, wanted, stock.watched, shipments++);
            }
        }
    }

    private void pack(int plant, Stock stock) {
        Pallet pallet = new Pallet(nextSscc(), stock.lot, stock.take(PALLET), stock.watched);
        pallets.get(plant).add(pallet);
        tellHere(EventType.PACKED, plant, pallet.lot, pallet.sscc, pallet.quantity, pallet.watched);
    }

    private long nextSscc() {
        return FIRST_SSCC + 10 * palletCount++;
    }

    private void distribute(int warehouse) {
        runLater(second);
        for (Pallet pallet : List.copyOf(pallets.get(warehouse))) {
            if (random.nextDouble() < WHOLE_PALLET) {
                shipPallet(warehouse, store(random.nextInt(plan.stores())), pallet, random.nextInt(4) == 0);
            } else {
                pallets.get(warehouse).remove(pallet);
                stock(warehouse, pallet.lot).add(pallet.quantity, pallet.watched);
                tellHere(EventType.UNPACKED, warehouse, pallet.lot, pallet.sscc, pallet.quantity, pallet.watched);
            }
        }
        // What goes to one store goes together.
        int first = shipments;
        shipments += plan.stores();
        for (Stock stock : List.copyOf(stocks.get(warehouse).values())) {
            if (stock.quantity > 0 && random.nextBoolean()) {
                int taken = stock.take(1 + random.nextInt(PALLET));
                int store = random.nextInt(plan.stores());
                ship(warehouse, store(store), stock.lot, taken, stock.watched, first + store);
            }
        }
    }

    private void giveBack(int store) {
        runLater(second);
        for (Stock stock : List.copyOf(stocks.get(store).values())) {
            if (stock.quantity > 0 && random.nextDouble() < RETURN) {
                int taken = stock.take(1 + random.nextInt(3));
                int warehouse = warehouse(random.nextInt(plan.warehouses()));
                int shipment = shipments++;
                tellSent(EventType.RETURNED, store, warehouse, stock.lot, Told.NONE, taken, shipment, stock.watched);
                arrive(store, warehouse, stock.lot, taken, stock.watched, shipment);
            }
        }
    }

    private void ship(int from, int to, int lot, int quantity, long watched, int shipment) {
        tellSent(EventType.SHIPPED, from, to, lot, Told.NONE, quantity, shipment, watched);
        arrive(from, to, lot, quantity, watched, shipment);
    }

    private void arrive(int from, int to, int lot, int quantity, long watched, int shipment) {
        later(() -> {
            tellSent(EventType.RECEIVED, from, to, lot, Told.NONE, quantity, shipment, watched);
            stock(to, lot).add(quantity, watched);
        });
    }

    private void shipPallet(int from, int to, Pallet pallet, boolean namesLot) {
        pallets.get(from).remove(pallet);
        int lot = namesLot ? pallet.lot : Told.NONE;
        int quantity = namesLot ? pallet.quantity : 0;
        int shipment = shipments++;
        tellSent(EventType.SHIPPED, from, to, lot, pallet.sscc, quantity, shipment, pallet.watched);
        later(() -> {
            tellSent(EventType.RECEIVED, from, to, Told.NONE, pallet.sscc, 0, shipment, pallet.watched);
            pallets.get(to).add(pallet);
        });
    }

    private void later(Runnable what) {
        // Long enough that others happen meanwhile; who leaves later may arrive earlier.
        later.add(new Later(second + SECONDS_OF_DAY / 4 + random.nextInt(SECONDS_OF_DAY / 2), order++, what));
    }

    private void runLater(long until) {
        while (!later.isEmpty() && later.peek().second() <= until) {
            Later next = later.remove();
            second = Math.max(second, next.second());
            next.what().run();
        }
    }

    private void tellSent(
            EventType type, int from, int to, int lot, long sscc, int quantity, int shipment, long watched) {
        tell.accept(new Told(++second, type, from, to, lot, sscc, quantity, Told.NONE, false, shipment, watched));
    }

    private void tellHere(EventType type, int place, int lot, long sscc, int quantity, long watched) {
        tell.accept(
                new Told(++second, type, place, Told.NONE, lot, sscc, quantity, Told.NONE, false, Told.NONE, watched));
    }

    private void tellRun(int place, int lot, int quantity, int run, boolean output, long watched) {
        tell.accept(new Told(
                ++second,
                EventType.TRANSFORMED,
                place,
                Told.NONE,
                lot,
                Told.NONE,
                quantity,
                run,
                output,
                Told.NONE,
                watched));
    }

    private int newLot() {
        runLater(second);
        return lots++;
    }

    private long bit(int lot) {
        return bits.containsKey(lot) ? 1L << bits.get(lot) : 0;
    }

    private Stock stock(int place, int lot) {
        return stocks.get(place).computeIfAbsent(lot, Stock::new);
    }
}
