package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads envelope.txt. */
final class EnvelopeFile {
    private EnvelopeFile() {}

    /** The segments by their identifiers, with names and types of their elements; it says nothing of what must be there. */
    static Map<String, SegmentRule> read() {
        Map<String, Map<String, List<ElementUse>>> segments = new LinkedHashMap<>();
        for (String line : Lines.of("envelope.txt")) {
            List<String> words = Lines.words(line);
            String element = words.get(1).substring(0, 2);
            boolean isComponent = words.get(1).length() > element.length();
            segments.computeIfAbsent(words.get(0), id -> new LinkedHashMap<>())
                    .computeIfAbsent(isComponent ? element + "." : element, each -> new ArrayList<>())
                    .add(use(
                            words.get(2),
                            String.join(" ", words.subList(4, words.size())),
                            ElementType.valueOf(words.get(3)),
                            List.of()));
        }
        Map<String, SegmentRule> rules = new HashMap<>();
        segments.forEach((id, elements) -> rules.put(id, segment(id, elements)));
        return Map.copyOf(rules);
    }

    private static SegmentRule segment(String id, Map<String, List<ElementUse>> elements) {
        List<ElementUse> uses = new ArrayList<>();
        elements.forEach((place, parts) -> {
            if (Integer.parseInt(place.substring(0, 2)) != uses.size() + 1) {
                throw new IllegalStateException(
                        "envelope.txt: the elements of " + id + " are not in a row at " + place);
            }
            boolean isComposite = place.endsWith(".");
            uses.add(isComposite ? use("", "", ElementType.AN, parts) : parts.get(0));
        });
        return new SegmentRule(id, uses, List.of());
    }

    private static ElementUse use(String reference, String name, ElementType type, List<ElementUse> components) {
        ElementRule rule = new ElementRule(
                reference, name, type, ElementRule.Length.ANY, Set.of(), Set.of(), Set.of(), components, List.of());
        return new ElementUse(rule, false, 1);
    }
}
