package io.lotwire.edi.check;

import io.lotwire.edi.fault.Fault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is told once of an interchange: that its values are not written as the standard asks, though nothing is lost by it
 * and each was read as what it plainly is. No acknowledgement speaks of them.
 */
public final class FormNotes {
    private final Map<Fault, Problem> first = new EnumMap<>(Fault.class);

    /** True when a kind was found in this interchange before. */
    boolean has(Fault fault) {
        return first.containsKey(fault);
    }

    void add(Fault fault, Place place, String message) {
        first.putIfAbsent(fault, new Problem(fault, fault.severity(), place, message));
    }

    /** What was found in the interchange, by its place; the next interchange begins with nothing. */
    public List<Problem> take() {
        List<Problem> found = first.values().stream()
                .sorted(Comparator.comparingLong(
                        (Problem problem) -> problem.place().offset()))
                .toList();
        first.clear();
        return found;
    }
}
