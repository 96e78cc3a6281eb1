package io.lotwire.registry.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the nodes of a graph stand in a picture: in columns, each right of those that it follows from, and in an order in which few
 * arrows cross. An arrow over several columns has a waypoint in each between. The ways back of a cycle do not count for the columns.
 */
final class Layers {
    /** So often the columns are put in order, to the right and back. */
    private static final int SWEEPS = 4;

    private final List<List<Integer>> after = new ArrayList<>();
    private final int[] column;
    private final List<List<Slot>> columns = new ArrayList<>();
    private final List<List<Slot>> routes = new ArrayList<>();

    /** A place in a column: for a node, or for an arrow that goes past. */
    static final class Slot {
        /** What it is for; -1 for an arrow that goes past. */
        private final int node;

        private final int column;
        private final List<Slot> before = new ArrayList<>();
        private final List<Slot> after = new ArrayList<>();
        private double rank;
        private double wanted;

        private Slot(int node, int column) {
            this.node = node;
            this.column = column;
        }

        int node() {
            return node;
        }

        int column() {
            return column;
        }

        boolean isWaypoint() {
            return node < 0;
        }
    }

    private Layers(int nodes) {
        this.column = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            after.add(new ArrayList<>());
        }
    }

    /** Those of a graph. */
    static Layers of(GenealogyGraph graph) {
        Layers layers = new Layers(graph.nodes().size());
        graph.arrows().forEach(arrow -> layers.after.get(arrow.from()).add(arrow.to()));
        layers.putIntoColumns();
        layers.route(graph);
        layers.putInOrder();
        return layers;
    }

    /** The columns from left to right, each from above. */
    List<List<Slot>> columns() {
        return columns;
    }

    /** The slots that an arrow goes through, from its beginning to its end. */
    List<Slot> route(int arrow) {
        return routes.get(arrow);
    }

    private enum Visit {
        NOT_YET,
        OPEN,
        DONE
    }

    /** Each node one column right of the last that it follows from: gone through so that what follows is done first. */
    private void putIntoColumns() {
        List<Integer> done = new ArrayList<>();
        List<List<Integer>> forwards = new ArrayList<>();
        after.forEach(each -> forwards.add(new ArrayList<>()));
        Visit[] visits = new Visit[column.length];
        Arrays.fill(visits, Visit.NOT_YET);
        int[] next = new int[column.length];
        List<Integer> path = new ArrayList<>();
        for (int start = 0; start < column.length; start++) {
            if (visits[start] != Visit.NOT_YET) {
                continue;
            }
            visits[start] = Visit.OPEN;
            path.add(start);
            while (!path.isEmpty()) {
                int node = path.get(path.size() - 1);
                if (next[node] == after.get(node).size()) {
                    visits[node] = Visit.DONE;
                    done.add(node);
                    path.remove(path.size() - 1);
                    continue;
                }
                int following = after.get(node).get(next[node]++);
                if (visits[following] != Visit.OPEN) {
                    forwards.get(node).add(following);
                }
                if (visits[following] == Visit.NOT_YET) {
                    visits[following] = Visit.OPEN;
                    path.add(following);
                }
            }
        }
        for (int i = done.size() - 1; i >= 0; i--) {
            int node = done.get(i);
            for (int following : forwards.get(node)) {
                column[following] = Math.max(column[following], column[node] + 1);
            }
        }
    }

    private void route(GenealogyGraph graph) {
        List<Slot> slots = new ArrayList<>();
        int last = Arrays.stream(column).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        for (int node = 0; node < column.length; node++) {
            slots.add(put(new Slot(node, column[node])));
        }
        for (GenealogyGraph.Arrow arrow : graph.arrows()) {
            List<Slot> route = new ArrayList<>(List.of(slots.get(arrow.from())));
            for (int between = column[arrow.from()] + 1; between < column[arrow.to()]; between++) {
                route.add(put(new Slot(-1, between)));
            }
            route.add(slots.get(arrow.to()));
            for (int i = 1; i < route.size(); i++) {
                route.get(i - 1).after.add(route.get(i));
                route.get(i).before.add(route.get(i - 1));
            }
            routes.add(route);
        }
    }

    private Slot put(Slot slot) {
        columns.get(slot.column).add(slot);
        return slot;
    }

    /** Each slot is wanted where its neighbours of the last column are on average. */
    private void putInOrder() {
        columns.forEach(Layers::rank);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 1; i < columns.size(); i++) {
                putInOrder(columns.get(i), true);
            }
            for (int i = columns.size() - 2; i >= 0; i--) {
                putInOrder(columns.get(i), false);
            }
        }
    }

    private static void putInOrder(List<Slot> slots, boolean byThoseBefore) {
        for (Slot slot : slots) {
            slot.wanted = (byThoseBefore ? slot.before : slot.after)
                    .stream().mapToDouble(each -> each.rank).average().orElse(slot.rank);
        }
        slots.sort(Comparator.comparingDouble(slot -> slot.wanted));
        rank(slots);
    }

    /** Columns of different length are compared by the share of their height. */
    private static void rank(List<Slot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).rank = (i + 0.5) / slots.size();
        }
    }
}
