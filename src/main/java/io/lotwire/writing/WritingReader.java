package io.lotwire.writing;

import io.lotwire.lot.EventType;
import io.lotwire.writing.Style.SsccForm;
import io.lotwire.writing.WritingMapping.Level;
import io.lotwire.writing.WritingMapping.Usual;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the YAML of one out-mapping; what is wrong is told to the fields' consumer of problems, all of it. */
final class WritingReader {
    private static final Choices<Boolean> SETS = Choices.of("order", true).or("shipment", false);
    private static final Choices<SsccForm> SSCC_FORMS = Choices.of(SsccForm.values());
    private static final Choices<EventType> EVENTS = Choices.of(EventType.values());
    static final Choices<Each> EACH = Choices.of(Each.values());

    private final YamlFields file;

    WritingReader(YamlFields file) {
        this.file = file;
    }

    /** The out-mapping; parts that had problems are missing from it, so it must not run when there were any. */
    WritingMapping read(String text) {
        String name = file.text("mapping");
        String document = file.text("document");
        String group = file.text("group", "");
        Map<String, String> versions = versions();
        Map<String, Codes> codes = new HashMap<>();
        file.optionalMap("codes").ifPresent(tables -> tables.keys()
                .forEach(table -> codes.put(table, Codes.table(table, table(tables, table)))));
        Optional<YamlFields> lots = file.map("lots");
        Set<String> places =
                new LinkedHashSet<>(lots.map(each -> each.texts("places")).orElse(List.of()));
        List<String> usualLots = lots.map(each -> each.texts("usual")).orElse(List.of());
        String lotReference = lots.map(each -> each.text("tooLong", "")).orElse("");
        Set<String> several =
                new LinkedHashSet<>(lots.map(each -> each.texts("several")).orElse(List.of()));
        Map<String, List<String>> onlyIn = new HashMap<>();
        lots.flatMap(each -> each.optionalMap("onlyIn"))
                .ifPresent(map -> map.keys().forEach(place -> {
                    offered(map, place, place, places);
                    onlyIn.put(place, map.texts(place));
                }));
        lots.ifPresent(each -> {
            several.forEach(place -> offered(each, "several", place, places));
            usualLots.forEach(place -> offered(each, "usual", place, places));
            if (!lotReference.isEmpty()) {
                offered(each, "tooLong", lotReference, places);
            }
            each.end();
        });
        NodeReader nodes = new NodeReader(
                new ValueReader(codes, places),
                places,
                List.copyOf(versions.keySet()),
                file.optionalMap("fragments").orElse(null));
        Map<String, Level> levels = levels(nodes);
        List<String> shapes = file.texts("shapes");
        shapes.forEach(shape -> Arrays.stream(shape.split("-"))
                .filter(level -> !levels.containsKey(level))
                .forEach(level -> file.report(
                        WritingFault.OUT_MAPPING_INVALID,
                        "shapes",
                        "The shape '" + shape + "' has the level '" + level + "', which is not under 'levels'.")));
        List<Node> body = nodes.nodes(file, "write");
        WritingMapping mapping = new WritingMapping(
                name,
                Edition.of(name, text).id(),
                text,
                document,
                group,
                versions,
                events(),
                file.optionalChoice("sets", SETS).orElse(false),
                shapes,
                places,
                lotReference,
                onlyIn,
                several,
                nodes.beyond(),
                new Usual(
                        usualLots,
                        file.optionalChoice("sscc", SSCC_FORMS).orElse(SsccForm.WITH_00),
                        table(file, "items"),
                        itemsIn(),
                        table(file, "dates"),
                        table(file, "references")),
                table(file, "parties"),
                levels,
                body);
        file.end();
        return mapping;
    }

    /** A list, or in EDIFACT a map from each directory to the association's code. */
    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        if (file.node("versions").filter(YamlMap.class::isInstance).isPresent()) {
            versions.putAll(table(file, "versions"));
        } else {
            file.texts("versions").forEach(version -> versions.put(version, ""));
        }
        if (versions.isEmpty()) {
            file.report(
                    WritingFault.OUT_MAPPING_INVALID,
                    "versions",
                    "'versions' names none: list those that are written.");
            versions.put("004010", "");
        }
        return versions;
    }

    private Map<String, Level> levels(NodeReader nodes) {
        Map<String, Level> levels = new LinkedHashMap<>();
        file.optionalMap("levels")
                .ifPresent(map -> map.keys().forEach(code -> map.map(code).ifPresent(level -> {
                    Each each = level.choice("each", EACH).orElse(Each.LINE);
                    levels.put(code, new Level(each, nodes.nodes(level, "write")));
                    level.end();
                })));
        return levels;
    }

    private Set<EventType> events() {
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        events.addAll(file.choices("events", EVENTS));
        return events;
    }

    private Map<String, Map<String, String>> itemsIn() {
        Map<String, Map<String, String>> items = new HashMap<>();
        file.optionalMap("itemsIn").ifPresent(versions -> versions.keys()
                .forEach(version -> items.put(version, table(versions, version))));
        return items;
    }

    private static Map<String, String> table(YamlFields fields, String key) {
        Map<String, String> table = new LinkedHashMap<>();
        fields.optionalMap(key).ifPresent(map -> map.keys().forEach(word -> table.put(word, map.text(word, ""))));
        return table;
    }

    private static void offered(YamlFields fields, String key, String place, Set<String> places) {
        if (!places.contains(place)) {
            fields.report(
                    WritingFault.OUT_MAPPING_INVALID,
                    key,
                    "'" + place + "' is none of 'places', " + String.join(", ", places) + ".");
        }
    }
}
