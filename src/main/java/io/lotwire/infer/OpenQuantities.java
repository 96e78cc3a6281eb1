package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.mapping.Mapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks through the goods of a set for lines that state quantities with qualifiers, of which not all are told. */
final class OpenQuantities {
    private static final String QUANTITY = "QTY";

    private final String file;
    private final int number;
    private final Documents documents;
    private final SetEvidence evidence;

    OpenQuantities(String file, int number, Documents documents, SetEvidence evidence) {
        this.file = file;
        this.number = number;
        this.documents = documents;
        this.evidence = evidence;
    }

    void look(Loop loop) {
        if (loop.id().equals(documents.mapping.goods())) {
            line(loop, "");
        }
        loop.loops().forEach(this::look);
    }

    /** The quantities that stand beside each other: those of the loop, and those that open loops in it. */
    private void line(Loop loop, String prefix) {
        List<Segment> beside = new ArrayList<>();
        loop.segments().stream().filter(segment -> segment.is(QUANTITY)).forEach(beside::add);
        for (Loop inner : loop.loops()) {
            if (inner.id().equals(QUANTITY)) {
                beside.add(inner.first());
            } else if (!inner.id().equals(documents.mapping.goods())) {
                line(inner, prefix + inner.id() + "/");
            }
        }
        if (!beside.isEmpty()) {
            count(beside, prefix);
        }
    }

    private void count(List<Segment> beside, String prefix) {
        Map<String, Segment> open = new TreeMap<>();
        Set<String> told = new TreeSet<>();
        for (Segment segment : beside) {
            boolean isX12 = segment.syntax() == Syntax.X12;
            String value = isX12 ? segment.element(2) : segment.component(1, 2);
            if (isNothing(value)) {
                continue;
            }
            String qualifier = isX12 ? segment.element(1) : segment.component(1, 1);
            String path = prefix + QUANTITY + "[" + qualifier + "]-" + (isX12 ? "02" : "01.2");
            String unit = isX12 ? segment.component(3, 1) : segment.component(1, 3);
            documents.quantities.add(path, (value + " " + unit).strip(), number, Sighting.of(file, segment));
            if (evidence.took(segment)) {
                told.add(path);
            } else {
                open.put(path, segment);
            }
        }
        leaveOutTheUsual(told, open);
        if (!open.isEmpty()) {
            documents.openQuantities.add(
                    String.join(",", open.keySet()),
                    String.join(",", told),
                    number,
                    Sighting.of(file, open.values().iterator().next()));
        }
    }

    /**
     * The quantity that the mapping takes may be told by the lots or the parts of a line instead, and the one that was ordered with
     * it.
     */
    private void leaveOutTheUsual(Set<String> told, Map<String, Segment> open) {
        List<Mapping.QuantityPlace> places = documents.mapping.quantities();
        boolean any =
                places.stream().anyMatch(place -> told.contains(place.value().toString()));
        for (Mapping.QuantityPlace place : places) {
            String value = place.value().toString();
            if (told.contains(value) || (!any && open.containsKey(value))) {
                any = true;
                move(value, told, open);
                if (place.ordered() != null) {
                    move(place.ordered().toString(), told, open);
                }
            }
        }
    }

    private static void move(String path, Set<String> told, Map<String, Segment> open) {
        if (open.remove(path) != null) {
            told.add(path);
        }
    }

    private static boolean isNothing(String value) {
        try {
            return new BigDecimal(value).signum() == 0;
        } catch (NumberFormatException none) {
            return true;
        }
    }
}
