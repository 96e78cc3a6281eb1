package io.lotwire.writing;

import io.lotwire.writing.Node.At;
import io.lotwire.writing.Node.LoopNode;
import io.lotwire.writing.Node.Pairs;
import io.lotwire.writing.Node.SegmentNode;
import io.lotwire.writing.Node.Split;
import io.lotwire.writing.Node.TreeNode;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what an out-mapping writes: lists of segments, loops and the tree. */
final class NodeReader {
    private static final String SEGMENT = "[A-Z][A-Z0-9]{1,2}";
    private static final String PLACE = "\\d\\d(\\.\\d{1,2})?";
    private static final Choices<String> WHO = Choices.of(List.copyOf(WrittenParty.WHO.keySet()), word -> word);

    private final ValueReader values;
    private final Set<String> lotPlaces;
    private final List<String> versions;
    private final YamlFields fragments;
    private final GrammarCheck grammar;
    private final Set<CodeBeyond> beyond = new LinkedHashSet<>();
    private final Set<String> unfolding = new HashSet<>();

    /** @param fragments lists of nodes that several places share, by their names */
    NodeReader(ValueReader values, Set<String> lotPlaces, List<String> versions, YamlFields fragments) {
        this.values = values;
        this.lotPlaces = lotPlaces;
        this.versions = versions;
        this.fragments = fragments;
        this.grammar = new GrammarCheck(versions);
    }

    List<Node> nodes(YamlFields fields, String key) {
        List<Node> nodes = new ArrayList<>();
        for (YamlFields node : fields.maps(key)) {
            Optional<String> segment =
                    node.keys().stream().filter(each -> each.matches(SEGMENT)).findFirst();
            if (segment.isPresent()) {
                nodes.add(segment(node, segment.get()));
            } else if (node.has("use")) {
                nodes.addAll(use(node));
            } else if (node.has("tree")) {
                node.flag("tree", true);
                nodes.add(new TreeNode(when(node)));
            } else {
                nodes.add(loop(node));
            }
            node.end();
        }
        return nodes;
    }

    /** The codes that were read and are none of the standard. */
    List<CodeBeyond> beyond() {
        return List.copyOf(beyond);
    }

    private List<Node> use(YamlFields node) {
        String name = node.text("use");
        if (fragments == null || !fragments.keys().contains(name)) {
            wrong(node, "use", "There is no list '" + name + "' under 'fragments': add it, or name another.");
            return List.of();
        }
        if (!unfolding.add(name)) {
            wrong(node, "use", "'" + name + "' uses itself: take one 'use' out.");
            return List.of();
        }
        List<Node> nodes = nodes(fragments, name);
        unfolding.remove(name);
        return nodes;
    }

    private LoopNode loop(YamlFields node) {
        Each each = node.choice("each", WritingReader.EACH).orElse(Each.LINE);
        Map<String, String> roles = new LinkedHashMap<>();
        if (each == Each.PARTY) {
            node.map("roles").ifPresent(codes -> codes.keys()
                    .forEach(role -> codes.choice(role, WHO).ifPresent(whom -> roles.put(role, whom))));
        }
        return new LoopNode(each, node.flag("level", false), roles, nodes(node, "write"), when(node));
    }

    private SegmentNode segment(YamlFields node, String id) {
        List<At> elements = new ArrayList<>();
        node.map(id).ifPresent(map -> map.keys().forEach(place -> {
            if (!place.matches(PLACE)) {
                wrong(map, place, "'" + place + "' is no place of " + id + ": write 02, or 02.1 for a component.");
                return;
            }
            ElementValue value = values.read(map.text(place), message -> wrong(map, place, message));
            At at = new At(element(place), component(place), value);
            beyond.addAll(grammar.check(id, at, map.at(place).place(), message -> wrong(map, place, message)));
            elements.add(at);
        }));
        elements.sort(Comparator.comparingInt(At::element).thenComparingInt(At::component));
        if (elements.isEmpty() && !node.has("pairs")) {
            grammar.check(id, message -> wrong(node, id, message));
        }
        Pairs pairs = node.optionalMap("pairs").map(this::pairs).orElse(null);
        Split split =
                node.optionalText("split").map(place -> split(node, place)).orElse(null);
        return new SegmentNode(
                id, elements, pairs, node.flag("once", false), node.flag("always", false), split, when(node));
    }

    private static Split split(YamlFields node, String place) {
        if (!place.matches(PLACE)) {
            wrong(node, "split", "'split' is '" + place + "', but must be an element, such as 05, or 03.4.");
            return null;
        }
        return new Split(element(place), Math.max(1, component(place)));
    }

    private static int element(String place) {
        return Integer.parseInt(place.substring(0, 2));
    }

    private static int component(String place) {
        return place.length() == 2 ? 0 : Integer.parseInt(place.substring(3));
    }

    private Pairs pairs(YamlFields fields) {
        List<Integer> places = fields.texts("at").stream()
                .filter(place -> place.matches("\\d\\d"))
                .map(Integer::valueOf)
                .toList();
        if (places.isEmpty()) {
            wrong(fields, "at", "'at' must list the elements where the pairs begin, such as [\"07\", \"17\"].");
        }
        String lot = fields.text("lot", "");
        offered(fields, "lot", lot);
        Pairs pairs = new Pairs(
                places,
                fields.flag("composite", false),
                fields.flag("onlyLot", false),
                lot,
                fields.number("from", 1, 1, 9) - 1);
        fields.end();
        return pairs;
    }

    private WrittenWhen when(YamlFields node) {
        return node.optionalMap("when").map(this::condition).orElse(WrittenWhen.ALWAYS);
    }

    private WrittenWhen condition(YamlFields fields) {
        Set<String> lots = new HashSet<>(fields.texts("lots"));
        lots.forEach(place -> offered(fields, "lots", place));
        Map<Field, Set<String>> is = new HashMap<>();
        fields.optionalMap("is").ifPresent(map -> map.keys()
                .forEach(name -> ValueReader.field(name, message -> wrong(map, name, message))
                        .ifPresent(field -> is.put(field, new HashSet<>(map.texts(name))))));
        Set<String> of = new HashSet<>(fields.texts("version"));
        of.stream()
                .filter(version -> !versions.contains(version))
                .forEach(version -> wrong(
                        fields,
                        "version",
                        "'" + version + "' is none of the document's 'versions', " + String.join(", ", versions)
                                + "."));
        WrittenWhen condition = new WrittenWhen(
                lots,
                fieldsOf(fields, "has"),
                fieldsOf(fields, "without"),
                is,
                of,
                flag(fields, "innermost"),
                flag(fields, "shared"));
        fields.end();
        return condition;
    }

    private static Boolean flag(YamlFields fields, String key) {
        return fields.has(key) ? Boolean.valueOf(fields.flag(key, true)) : null;
    }

    private static List<Field> fieldsOf(YamlFields fields, String key) {
        Function<String, Optional<Field>> field =
                name -> ValueReader.field(name, message -> wrong(fields, key, message));
        return fields.texts(key).stream()
                .flatMap(name -> field.apply(name).stream())
                .toList();
    }

    private void offered(YamlFields fields, String key, String place) {
        if (!place.isEmpty() && !lotPlaces.contains(place)) {
            wrong(fields, key, "'" + place + "' is none of the places under 'lots': add it there.");
        }
    }

    private static void wrong(YamlFields fields, String key, String message) {
        fields.report(WritingFault.OUT_MAPPING_INVALID, key, message);
    }
}
