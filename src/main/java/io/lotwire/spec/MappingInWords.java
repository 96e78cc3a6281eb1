package io.lotwire.spec;

import io.lotwire.edi.tree.X12Path;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.PartPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where a mapping reads what, as rows of a table. */
final class MappingInWords {
    private static final int MANY = 4;

    private MappingInWords() {}

    /** What is read, and the places where it is looked for, the first that has it counts. */
    record Row(String what, String places) {}

    static List<Row> of(Mapping mapping) {
        List<Row> rows = new ArrayList<>();
        add("document number", mapping.numbers(), rows);
        add("date", mapping.times().stream().map(Mapping.TimePlace::date).toList(), rows);
        mapping.itemIds().stream()
                .collect(Collectors.groupingBy(
                        place -> place.value().isOfOthers()
                                ? "under another qualifier"
                                : place.scheme() + (place.elementString() ? " in a bar code" : ""),
                        LinkedHashMap::new,
                        Collectors.mapping(Mapping.ItemIdPlace::value, Collectors.toList())))
                .forEach((scheme, places) -> add("item: " + scheme, places, rows));
        add("description", mapping.descriptions(), rows);
        mapping.lots()
                .forEach(place -> rows.add(new Row(
                        InWords.of(place.kind()) + (place.elementString() ? " in a bar code" : ""), lot(place))));
        mapping.dates().forEach((date, places) -> add(InWords.of(date), places, rows));
        add(
                "quantity",
                mapping.quantities().stream().map(Mapping.QuantityPlace::value).toList(),
                rows);
        add(
                "unit of the quantity",
                mapping.quantities().stream()
                        .map(Mapping.QuantityPlace::unit)
                        .filter(Objects::nonNull)
                        .toList(),
                rows);
        if (mapping.happened() != null) {
            add(
                    "what happened (" + mapping.happened().list() + ")",
                    List.of(mapping.happened().at()),
                    rows);
        }
        mapping.parts().forEach(place -> rows.add(new Row("part that is otherwise", part(place))));
        add("items in a pack", mapping.packs(), rows);
        add(
                "SSCC",
                mapping.units().stream()
                        .flatMap(place -> place.ssccs().stream())
                        .toList(),
                rows);
        parties("goods leave (party)", mapping.shipFrom(), rows);
        parties("goods go to (party)", mapping.shipTo(), rows);
        parties("lot was made by (party)", mapping.lotSource(), rows);
        mapping.references().stream()
                .collect(Collectors.groupingBy(
                        place -> place.type().replace('-', ' '),
                        LinkedHashMap::new,
                        Collectors.mapping(Mapping.ReferencePlace::value, Collectors.toList())))
                .forEach((type, places) -> add(type, places, rows));
        return rows;
    }

    private static void add(String what, Collection<X12Path> places, List<Row> rows) {
        if (!places.isEmpty()) {
            rows.add(new Row(what, join(places)));
        }
    }

    private static void parties(String what, List<String> codes, List<Row> rows) {
        if (!codes.isEmpty()) {
            rows.add(new Row(what, "code " + String.join(", else ", codes)));
        }
    }

    private static String lot(LotPlace place) {
        StringBuilder words = new StringBuilder(join(place.codes()));
        if (place.cut() != null) {
            words.append(", ").append(place.cut());
        }
        beside("quantity", place.quantity(), words);
        place.dates().forEach((date, beside) -> beside(InWords.of(date), beside, words));
        return words.toString();
    }

    private static String part(PartPlace place) {
        StringBuilder words = new StringBuilder(place.quantity().toString());
        if (place.means() != null) {
            words.append(" (").append(place.means().says()).append(")");
        }
        beside("code (" + place.list() + ")", place.code(), words);
        return words.toString();
    }

    private static void beside(String what, Beside beside, StringBuilder words) {
        if (beside != null) {
            String place = beside.path() == null
                    ? "element " + beside.element() + (beside.component() == 0 ? "" : "." + beside.component())
                            + " of the same segment"
                    : beside.path().toString();
            words.append("; its ").append(what).append(" in ").append(place);
        }
    }

    /** Many elements of one segment, as of a GIN, are told by the first and the last. */
    private static String join(Collection<X12Path> places) {
        Map<String, List<String>> bySegment = places.stream()
                .map(X12Path::toString)
                .distinct()
                .collect(Collectors.groupingBy(
                        place -> place.substring(0, Math.max(0, place.lastIndexOf('-'))),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bySegment.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty() || entry.getValue().size() < MANY
                        ? String.join(", ", entry.getValue())
                        : entry.getValue().get(0) + " to "
                                + entry.getValue()
                                        .get(entry.getValue().size() - 1)
                                        .substring(entry.getKey().length() + 1))
                .collect(Collectors.joining(", "));
    }
}
