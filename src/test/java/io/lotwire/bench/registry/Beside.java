package io.lotwire.bench.registry;

import io.lotwire.bench.Result.Row;
import io.lotwire.ledger.Ledger;
import io.lotwire.registry.walk.Reach;
import io.lotwire.registry.walk.Sense;
import io.lotwire.registry.walk.Walk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What one would write without a registry to find the lots that were made of a lot: a recursive query over the same tables, and a graph in memory. Neither
 * looks at times, so that they find too much.
 */
final class Beside {
    private static final String RECURSIVE = """
            with recursive made (lot_id) as (
                select cast(? as bigint)
                union
                select o.lot_id
                from made join step i on i.lot_id = made.lot_id and not i.output
                    join step o on o.transformation_id = i.transformation_id and o.output
                where o.lot_id is not null)
            select lot_id from made
            """;

    private static final String EDGES = """
            select distinct i.lot_id, o.lot_id
            from step i join step o on o.transformation_id = i.transformation_id and o.output
            where not i.output and i.lot_id is not null and o.lot_id is not null
            """;

    private static final double MEGABYTE = 1e6;

    private final DataSource source;
    private final Ledger ledger;
    private final List<Long> roots = new ArrayList<>();
    private final Map<Long, Set<Long>> right = new HashMap<>();
    private final Clock ours = new Clock();

    Beside(DataSource source, Ledger ledger, List<Region> regions) throws Exception {
        this.source = source;
        this.ledger = ledger;
        for (Region region : regions) {
            for (int lot : region.watched()) {
                roots.add(root(region, lot));
            }
        }
        for (long root : roots) {
            ours.time(() -> right.put(root, lots(root)));
        }
    }

    private long root(Region region, int lot) {
        return ledger.inTransaction(tx -> tx.handle()
                .createQuery("select id from lot where code = :code and gtin = :gtin")
                .bind("code", region.code(lot))
                .bind("gtin", region.gtin().digits())
                .mapTo(Long.class)
                .one());
    }

    private Set<Long> lots(long root) {
        Reach reach = ledger.inTransaction(tx -> Walk.of(tx, List.of(root), Sense.FORWARD));
        Set<Long> lots = new HashSet<>();
        reach.lots().forEach(lot -> lots.add(lot.lot()));
        return lots;
    }

    /** Seconds to prepare, megabytes, milliseconds, and how much of what is found is right. */
    List<Row> rows() throws Exception {
        return List.of(row("Lotwire, with all ways and times", 0, 0, ours, 1), recursive(), inMemory());
    }

    private static Row row(String name, double seconds, double megabytes, Clock times, double rightly) {
        return new Row(name, List.of(seconds, megabytes, times.within(0.5), times.within(0.95), rightly));
    }

    private Row recursive() throws Exception {
        Clock times = new Clock();
        Score score = new Score();
        try (Connection connection = source.getConnection();
                PreparedStatement question = connection.prepareStatement(RECURSIVE)) {
            for (long root : roots) {
                Set<Long> found = new HashSet<>();
                times.time(() -> {
                    question.setLong(1, root);
                    try (ResultSet rows = question.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getLong(1));
                        }
                    }
                });
                score.add(found, right.get(root));
            }
        }
        return row("a recursive query", 0, 0, times, score.share());
    }

    private Row inMemory() throws Exception {
        long before = used();
        long start = System.nanoTime();
        Map<Long, List<Long>> made = edges();
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = (used() - before) / MEGABYTE;
        Clock times = new Clock();
        Score score = new Score();
        for (long root : roots) {
            Set<Long> found = new HashSet<>(Set.of(root));
            times.time(() -> {
                Deque<Long> next = new ArrayDeque<>(found);
                while (!next.isEmpty()) {
                    for (long lot : made.getOrDefault(next.remove(), List.of())) {
                        if (found.add(lot)) {
                            next.add(lot);
                        }
                    }
                }
            });
            score.add(found, right.get(root));
        }
        return row("a graph in memory", seconds, megabytes, times, score.share());
    }

    private Map<Long, List<Long>> edges() throws SQLException {
        Map<Long, List<Long>> made = new HashMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement question = connection.prepareStatement(EDGES);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                made.computeIfAbsent(rows.getLong(1), key -> new ArrayList<>(1)).add(rows.getLong(2));
            }
        }
        return made;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** How much of what was found is right. */
    private static final class Score {
        private long found;
        private long rightly;

        void add(Set<Long> lots, Set<Long> right) {
            found += lots.size();
            rightly += lots.stream().filter(right::contains).count();
        }

        double share() {
            return (double) rightly / found;
        }
    }
}
