package io.lotwire.mapping;

import io.lotwire.x12.Loop;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * The loops that state goods, each once. A document may tell of the same goods at several depths (an item, below it its
 * lots, or its cartons): the deepest loops that state something of them count, those above only lend what they know.
 */
final class GoodsLevels {
    private final List<Loop> deepest = new ArrayList<>();
    private final IdentityHashMap<Loop, List<Loop>> deepestBelow = new IdentityHashMap<>();

    /**
     * @param root the transaction set's outermost loop
     * @param states true for a loop that says something of goods: an item, a lot or a quantity
     */
    GoodsLevels(Loop root, Predicate<Loop> states) {
        walk(root, states);
    }

    /** In document order. */
    List<Loop> deepest() {
        return deepest;
    }

    /** Those in a loop, or the loop itself when it is one. */
    List<Loop> deepestBelow(Loop loop) {
        return deepestBelow.getOrDefault(loop, List.of());
    }

    /** True when what a loop states of a quantity is stated for one deepest loop alone. */
    boolean isAloneBelow(Loop loop) {
        return deepestBelow(loop).size() == 1;
    }

    private void walk(Loop loop, Predicate<Loop> states) {
        int from = deepest.size();
        loop.loops().forEach(child -> walk(child, states));
        if (deepest.size() == from && states.test(loop)) {
            deepest.add(loop);
        }
        deepestBelow.put(loop, List.copyOf(deepest.subList(from, deepest.size())));
    }
}
