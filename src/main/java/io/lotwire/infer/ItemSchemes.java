package io.lotwire.infer;

import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes where a mapping finds product numbers, as an override does that names more qualifiers. */
final class ItemSchemes {
    private ItemSchemes() {}

    /**
     * The override, a line each.
     *
     * @param numbers segment and qualifier of those that the mapping does not name, such as {@code LIN SW}
     * @param scheme whose numbers they are
     */
    static List<String> with(Mapping mapping, List<Tally.Entry> numbers, String scheme) {
        List<String> entries = new ArrayList<>();
        Map<String, String> pairs = new LinkedHashMap<>();
        String before = "";
        for (ItemIdPlace place : mapping.itemIds()) {
            if (place.value().isOfOthers()) {
                continue;
            }
            String path = place.value().toString();
            int slash = path.lastIndexOf('/');
            boolean isPair = slash > 0 && !path.substring(slash).contains("-");
            String of = isPair ? path.substring(0, slash) : "";
            if (!of.equals(before) || !isPair) {
                close(before, pairs, numbers, scheme, entries);
            }
            before = of;
            if (isPair) {
                pairs.put(path.substring(slash + 1), place.scheme());
            } else {
                entries.add(
                        place.elementString()
                                ? "{ gs1: " + Words.quoted(path) + " }"
                                : "{ value: " + Words.quoted(path) + ", scheme: " + place.scheme() + " }");
            }
        }
        close(before, pairs, numbers, scheme, entries);
        List<String> lines = new ArrayList<>(List.of("item:", "  ids:"));
        entries.forEach(entry -> lines.add("    - " + entry));
        return lines;
    }

    private static void close(
            String of, Map<String, String> pairs, List<Tally.Entry> numbers, String scheme, List<String> entries) {
        numbers.stream()
                .filter(number -> number.qualifier().equals(of))
                .forEach(number -> pairs.put(number.id(), scheme));
        if (!pairs.isEmpty()) {
            entries.add("{ pairs: " + Words.quoted(of) + ", schemes: { "
                    + pairs.entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining(", "))
                    + " } }");
        }
        pairs.clear();
    }
}
