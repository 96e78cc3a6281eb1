package io.lotwire.mapping;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines of goods that stand side by side in one loop, though the standard has one a loop: {@code LIN, SN1, DTM, LIN, SN1, DTM} in
 * one HL of an 856. Each begins with the segment that names its item, and what follows is its own.
 */
final class SideBySide {
    private final String goods;
    private final Set<String> items;

    private SideBySide(String goods, Set<String> items) {
        this.goods = goods;
        this.items = items;
    }

    /** Looks whether a set may hold such lines: where it does, its reading has found that a segment comes too often. */
    static SideBySide of(TransactionSet set, Mapping mapping) {
        if (set.problems().isEmpty()) {
            return new SideBySide(mapping.goods(), Set.of());
        }
        Set<String> items = mapping.itemIds().stream()
                .filter(place -> !place.elementString())
                .map(place -> place.value().segmentId())
                .collect(Collectors.toSet());
        if (items.contains(mapping.goods())) {
            return new SideBySide(mapping.goods(), Set.of());
        }
        items.retainAll(set.problems().stream()
                .filter(problem -> problem.code() == Fault.SEGMENT_TOO_MANY)
                .map(problem -> problem.place().segmentId())
                .collect(Collectors.toSet()));
        return new SideBySide(mapping.goods(), items);
    }

    /** The positions in the set where the lines of a loop begin; none where it is one line. */
    List<Integer> linesOf(Loop loop) {
        if (items.isEmpty() || !loop.id().equals(goods)) {
            return List.of();
        }
        List<Integer> lines = new ArrayList<>();
        for (Segment segment : loop.segments()) {
            if (items.contains(segment.id())) {
                lines.add(segment.position());
            }
        }
        return lines.size() > 1 ? lines : List.of();
    }

    /** The loops with several lines that have levels of goods below them: of which line these are, nobody can tell. */
    List<Loop> withLevelsBelow(Loop root) {
        List<Loop> unclear = new ArrayList<>();
        if (!items.isEmpty()) {
            collect(root, unclear);
        }
        return unclear;
    }

    private void collect(Loop loop, List<Loop> unclear) {
        boolean several = !linesOf(loop).isEmpty();
        if (several && !loop.loops(goods).isEmpty()) {
            unclear.add(loop);
        }
        loop.loops().forEach(inner -> collect(inner, unclear));
    }
}
