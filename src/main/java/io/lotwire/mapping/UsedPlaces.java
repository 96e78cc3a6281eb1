package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.mapping.Explanation.NotMapped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of a set of which something was told, so that it can be said of which nothing was: bits, as a set may have
 * millions of segments.
 */
final class UsedPlaces {
    /** EDIFACT has 99 components in an element at most, X12 fewer. */
    private static final int COMPONENTS = 100;

    /** Of so many elements, so many components each are bits of one number; others are rare. */
    private static final int EIGHT = 8;

    private static final String DATE = "DTM";

    private final Explaining positions;

    /** Of each segment: bit 0 that something was told of it, the others that an element was as a whole. */
    private final PagedBits elements = new PagedBits();

    /** Of each segment the first components of its first elements. */
    private final PagedBits components = new PagedBits();

    private final Set<Long> others = new HashSet<>();

    /**
     * @param positions those segments of the set that count, by their positions in it
     */
    UsedPlaces(Explaining positions) {
        this.positions = positions;
    }

    void add(Segment segment, int element, int component) {
        int position = segment.position();
        if (!positions.has(position)) {
            return;
        }
        int index = position - positions.from();
        elements.set(index, 0);
        if (component == 0 && element < Long.SIZE) {
            elements.set(index, element);
        } else if (isBit(element, component)) {
            components.set(index, bit(element, component));
        } else {
            others.add(key(position, element, component));
        }
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
        int index = segment.position() - positions.from();
        if (!elements.get(index, 0)) {
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
        if (!hasComponents(segment, element)) {
            unused.add(new NotMapped(segment, element, 0, 1));
            return;
        }
        List<String> sent = segment.components(segment.repetitions(element).get(0));
        for (int component = 1; component <= Math.min(sent.size(), COMPONENTS - 1); component++) {
            if (!sent.get(component - 1).isEmpty() && !has(segment, element, component)) {
                unused.add(new NotMapped(segment, element, component, 1));
            }
        }
    }

    private boolean hasComponents(Segment segment, int element) {
        int most = others.isEmpty() ? EIGHT : COMPONENTS - 1;
        boolean any = false;
        for (int component = 1; component <= most && !any; component++) {
            any = has(segment, element, component);
        }
        return any;
    }

    private boolean has(Segment segment, int element, int component) {
        int index = segment.position() - positions.from();
        if (component == 0 && element < Long.SIZE) {
            return elements.get(index, element);
        }
        return isBit(element, component)
                ? components.get(index, bit(element, component))
                : others.contains(key(segment.position(), element, component));
    }

    private static boolean isBit(int element, int component) {
        return element >= 1 && element <= EIGHT && component >= 1 && component <= EIGHT;
    }

    private static int bit(int element, int component) {
        return (element - 1) * EIGHT + component - 1;
    }

    private static long key(int position, int element, int component) {
        return ((long) position << Integer.SIZE) | ((long) element << Short.SIZE) | component;
    }
}
