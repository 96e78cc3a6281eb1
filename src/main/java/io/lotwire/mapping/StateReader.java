package io.lotwire.mapping;

import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.mapping.Mapping.CodePlace;
import io.lotwire.mapping.Mapping.PartPlace;
import io.lotwire.yaml.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a mapping says of what happened to goods and of their condition. */
final class StateReader {
    private final YamlFields file;
    private final PlaceReader places;

    StateReader(YamlFields file, PlaceReader places) {
        this.file = file;
        this.places = places;
    }

    /** What codes mean, by their list. */
    Map<String, Map<String, Meaning>> meanings() {
        Map<String, Map<String, Meaning>> all = new LinkedHashMap<>();
        file.optionalMap("meanings").ifPresent(lists -> lists.keys()
                .forEach(list -> lists.map(list).ifPresent(codes -> all.put(list, codes(codes)))));
        return all;
    }

    private static Map<String, Meaning> codes(YamlFields fields) {
        Map<String, Meaning> codes = new LinkedHashMap<>();
        fields.keys().forEach(code -> fields.map(code).ifPresent(meaning -> codes.put(code, meaning(meaning))));
        return codes;
    }

    private static Meaning meaning(YamlFields fields) {
        Meaning meaning = new Meaning(
                fields.optionalChoice("event", MappingReader.words(EventType.values()))
                        .orElse(null),
                fields.optionalChoice("condition", MappingReader.words(Condition.values()))
                        .orElse(null),
                fields.text("says", ""),
                fields.flag("differs", false));
        fields.end();
        return meaning;
    }

    /** Where a code says what happened; null where none does. */
    CodePlace happened() {
        return file.optionalMap("happened")
                .map(fields -> {
                    CodePlace place = new CodePlace(places.path(fields, "at"), list(fields));
                    fields.end();
                    return place;
                })
                .orElse(null);
    }

    /** Where parts of a line are told apart. */
    List<PartPlace> parts() {
        return file.maps("parts").stream().map(this::part).toList();
    }

    private PartPlace part(YamlFields fields) {
        X12Path quantity = places.path(fields, "quantity");
        List<X12Path> beside = quantity == null ? List.of() : List.of(quantity);
        Meaning means = fields.optionalMap("means").map(StateReader::meaning).orElse(null);
        if ((means == null) != fields.has("code")) {
            fields.report(
                    MappingFault.MAPPING_INVALID,
                    "quantity",
                    "What is otherwise about this part is told by a 'code' and its 'list', or by 'means': give one of them.");
        }
        PartPlace place = new PartPlace(
                quantity,
                places.beside(fields, "unit", beside),
                places.beside(fields, "code", beside),
                means == null ? list(fields) : "",
                means,
                Set.copyOf(fields.texts("within")));
        fields.end();
        return place;
    }

    /** The list of a code; one that the mapping gives no meanings for says nothing. */
    private String list(YamlFields fields) {
        String list = fields.text("list");
        boolean known =
                file.optionalMap("meanings").filter(lists -> lists.has(list)).isPresent();
        if (!list.isEmpty() && !known) {
            fields.report(
                    MappingFault.MAPPING_INVALID,
                    "list",
                    "What the codes of '" + list + "' mean is not told: add it to 'meanings'.");
        }
        return list;
    }
}
