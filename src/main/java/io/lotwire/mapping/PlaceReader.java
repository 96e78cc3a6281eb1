package io.lotwire.mapping;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the places that a mapping names; those that cannot be found in its document are reported. */
final class PlaceReader {
    private static final Pattern SAME_SEGMENT = Pattern.compile("([A-Z][A-Z0-9]{1,2})-(\\d{2})(?:\\.(\\d{1,2}))?");

    private static final Pattern ELEMENTS = Pattern.compile("(.*-)(\\d{2})\\.\\.(\\d{2})((?:\\.\\d{1,2})?)");

    private final String document;
    private final String goods;

    /**
     * @param document the transaction set that the mapping reads, {@code ""} when it does not say
     * @param goods id of the loops that state goods
     */
    PlaceReader(String document, String goods) {
        this.document = document;
        this.goods = goods;
    }

    /** One place, or several. */
    List<X12Path> oneOrMore(YamlFields fields, String key) {
        if (fields.node(key).filter(YamlList.class::isInstance).isPresent()) {
            return paths(fields, key);
        }
        String text = fields.text(key);
        return text.isEmpty() ? List.of() : parseAll(fields, key, text);
    }

    /** The places of a text that names several elements of one segment: GIN[BX]-02..06.1 are five. */
    static List<String> each(String text) {
        Matcher elements = ELEMENTS.matcher(text);
        if (!elements.matches()) {
            return List.of(text);
        }
        List<String> each = new ArrayList<>();
        for (int element = Integer.parseInt(elements.group(2));
                element <= Integer.parseInt(elements.group(3));
                element++) {
            each.add(String.format(Locale.ROOT, "%s%02d%s", elements.group(1), element, elements.group(4)));
        }
        return each;
    }

    private List<X12Path> parseAll(YamlFields fields, String key, String text) {
        List<X12Path> paths = new ArrayList<>();
        each(text).forEach(place -> {
            X12Path path = parse(fields, key, place);
            if (path != null) {
                paths.add(path);
            }
        });
        return paths;
    }

    /** A place that must be there; null, and reported, when it is not. */
    X12Path path(YamlFields fields, String key) {
        String text = fields.text(key);
        return text.isEmpty() ? null : parse(fields, key, text);
    }

    /** A place; null when it is absent. */
    X12Path optionalPath(YamlFields fields, String key) {
        return fields.optionalText(key).map(text -> parse(fields, key, text)).orElse(null);
    }

    /** Several places; none when the key is absent. */
    List<X12Path> paths(YamlFields fields, String key) {
        List<X12Path> paths = new ArrayList<>();
        for (YamlNode item : fields.items(key)) {
            if (item instanceof YamlScalar scalar) {
                paths.addAll(parseAll(fields, key, scalar.text()));
            }
        }
        return paths;
    }

    /** A place that is written in a longer text; null, and reported under the key, when it is none. */
    X12Path parse(YamlFields fields, String key, String text) {
        try {
            X12Path path = X12Path.parse(text).notInto(goods);
            checkSegments(fields, key, path);
            return path;
        } catch (IllegalArgumentException notAPlace) {
            fields.report(MappingFault.MAPPING_INVALID, key, "'" + key + "' is no place: " + notAPlace.getMessage());
            return null;
        }
    }

    /** A document with a segment that it cannot have is rejected before it is mapped. */
    private void checkSegments(YamlFields fields, String key, X12Path path) {
        path.segmentIds().stream()
                .filter(segment -> !document.isEmpty() && !Grammar.standard().mayStandIn(document, segment))
                .forEach(segment -> fields.report(
                        MappingFault.MAPPING_INVALID,
                        key,
                        "Nothing can be found at '" + path + "': there is no segment " + segment + " in " + document
                                + ". Name one that it has."));
    }

    /** A place in the segment of one of these, such as {@code N9-03}, or in the loops around it; null when absent. */
    Beside beside(YamlFields fields, String key, List<X12Path> places) {
        String text = fields.text(key, "");
        return text.isEmpty() ? null : beside(fields, key, text, places);
    }

    /** Several such places; none when the key is absent. */
    List<Beside> besides(YamlFields fields, String key, List<X12Path> places) {
        List<Beside> besides = new ArrayList<>();
        for (String text : fields.texts(key)) {
            for (String place : each(text)) {
                Beside beside = beside(fields, key, place, places);
                if (beside != null) {
                    besides.add(beside);
                }
            }
        }
        return besides;
    }

    private Beside beside(YamlFields fields, String key, String text, List<X12Path> places) {
        Matcher matcher = SAME_SEGMENT.matcher(text);
        boolean same = matcher.matches()
                && places.stream().anyMatch(place -> place.segmentId().equals(matcher.group(1)));
        if (!same) {
            X12Path path = parse(fields, key, text);
            return path == null ? null : new Beside(0, 0, path);
        }
        int component = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return new Beside(Integer.parseInt(matcher.group(2)), component, null);
    }
}
