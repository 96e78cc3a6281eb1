package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.mapping.Explanation.NotMapped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The elements of a set of which something was told, so that it can be said of which nothing was. */
final class UsedPlaces {
    /** EDIFACT has 99 components in an element at most, X12 fewer. */
    private static final int COMPONENTS = 100;

    private static final String DATE = "DTM";

    private final Set<Integer> segments = new HashSet<>();
    private final Set<List<Integer>> elements = new HashSet<>();

    void add(Segment segment, int element, int component) {
        segments.add(segment.position());
        elements.add(List.of(segment.position(), element, component));
    }

    /** A date is told by its form: EDIFACT 2379 behind it, or X12 element 1250 before it. */
    void addForm(Value value) {
        Segment segment = value.segment();
        if (!segment.is(DATE)) {
            return;
        }
        if (segment.syntax() == Syntax.EDIFACT) {
            add(segment, value.element(), value.component() + 1);
        } else if (value.element() == 6) {
            add(segment, 5, 0);
        }
    }

    /** The places of a segment that nothing was told of: the segment, where it was nothing at all. */
    List<NotMapped> unusedIn(Segment segment) {
        if (!segments.contains(segment.position())) {
            return List.of(new NotMapped(segment, 0, 0, 1));
        }
        List<NotMapped> unused = new ArrayList<>();
        for (int element = 1; element <= segment.elementCount(); element++) {
            if (!segment.isEmpty(element) && !has(segment, element, 0)) {
                addUnused(segment, element, unused);
            }
        }
        return unused;
    }

    private void addUnused(Segment segment, int element, List<NotMapped> unused) {
        List<NotMapped> components = new ArrayList<>();
        boolean any = false;
        for (int component = 1; component < COMPONENTS; component++) {
            if (has(segment, element, component)) {
                any = true;
            } else if (!segment.component(element, component).isEmpty()) {
                components.add(new NotMapped(segment, element, component, 1));
            }
        }
        if (any) {
            unused.addAll(components);
        } else {
            unused.add(new NotMapped(segment, element, 0, 1));
        }
    }

    private boolean has(Segment segment, int element, int component) {
        return elements.contains(List.of(segment.position(), element, component));
    }
}
