package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The elements of a segment, in one version.
 *
 * @param id its identifier
 * @param elements its elements in order
 * @param conditions what holds among its elements
 */
public record SegmentRule(String id, List<ElementUse> elements, List<Condition> conditions) {
    /** Qualifying elements of the X12 dictionary, and the element whose meaning they tell. */
    private static final Map<String, String> QUALIFIED = Map.of("235", "234", "128", "127", "88", "87");

    /** Elements of UN/EDIFACT, and the element whose code tells their meaning, which follows in the same composite. */
    private static final Map<String, String> QUALIFYING = Map.of("7140", "7143", "7402", "7405");

    public SegmentRule {
        elements = List.copyOf(elements);
        conditions = List.copyOf(conditions);
    }

    /** The elements that must be there, as bits: bit 1 is element 1, as in {@link Condition}. */
    public long required() {
        long required = 0;
        for (int i = 0; i < elements.size(); i++) {
            required |= elements.get(i).required() ? Condition.bit(i + 1) : 0;
        }
        return required;
    }

    /** The places, from 1, of elements that qualify the one after them: 2, 4, 6 and so on in LIN. */
    public List<Integer> pairs() {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < elements.size(); i++) {
            String qualified = QUALIFIED.get(elements.get(i).rule().reference());
            if (elements.get(i + 1).rule().reference().equals(qualified)) {
                pairs.add(i + 1);
            }
        }
        return List.copyOf(pairs);
    }

    /** The places, from 1, of composites of EDIFACT whose first component is a value that the second one qualifies. */
    List<Integer> qualifiedComposites() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<ElementUse> components = elements.get(i).rule().components();
            if (components.size() > 1
                    && components
                            .get(1)
                            .rule()
                            .reference()
                            .equals(QUALIFYING.get(components.get(0).rule().reference()))) {
                places.add(i + 1);
            }
        }
        return List.copyOf(places);
    }

    /** The same with another use of the element at a place, from 1. */
    SegmentRule with(int element, ElementUse use) {
        List<ElementUse> changed = new ArrayList<>(elements);
        changed.set(element - 1, use);
        return new SegmentRule(id, changed, conditions);
    }
}
