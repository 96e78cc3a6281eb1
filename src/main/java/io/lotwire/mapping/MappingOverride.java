package io.lotwire.mapping;

import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlMap;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one partner does differently, laid over a mapping in its own language. Each key that is given replaces that of the
 * mapping; of {@code item}, {@code dates}, {@code parties} and {@code transfer} only the keys in them that are given, and of {@code
 * meanings} only the codes. {@code lots} is a whole list, or says which places come {@code first}, which {@code also}, and which are not
 * looked at ({@code without}).
 */
final class MappingOverride {
    private static final String LOTS = "lots";
    private static final String MEANINGS = "meanings";
    private static final Set<String> MERGED = Set.of("item", "dates", "parties", "transfer", MEANINGS);
    private static final Set<String> FIXED = Set.of("mapping", "document");

    private final YamlMap given;
    private final Consumer<Problem> problems;

    MappingOverride(YamlMap given, Consumer<Problem> problems) {
        this.given = given;
        this.problems = problems;
    }

    /** The mapping with it; every value keeps the file and line that it came from. */
    YamlMap over(YamlMap mapping) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>(mapping.entries());
        for (YamlMap.Entry entry : given.entries().values()) {
            String key = entry.key();
            YamlNode before = mapping.get(key).orElse(null);
            if (FIXED.contains(key)) {
                new YamlFields(given, problems)
                        .report(
                                MappingFault.MAPPING_INVALID,
                                key,
                                "'" + key + "' cannot be overridden: name another mapping under 'mapping' instead.");
            } else if (MERGED.contains(key)
                    && entry.value() instanceof YamlMap inner
                    && before instanceof YamlMap base) {
                entries.put(key, new YamlMap.Entry(entry.at(), key, merged(key, base, inner)));
            } else if (key.equals(LOTS) && entry.value() instanceof YamlMap changes) {
                List<YamlNode> base = before instanceof YamlList list ? list.items() : List.of();
                entries.put(key, new YamlMap.Entry(entry.at(), key, lots(base, changes, entry.at())));
            } else {
                entries.put(key, entry);
            }
        }
        return new YamlMap(mapping.at(), entries);
    }

    private static YamlMap merged(String key, YamlMap base, YamlMap given) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>(base.entries());
        for (YamlMap.Entry entry : given.entries().values()) {
            YamlMap.Entry before = entries.get(entry.key());
            boolean areCodes = key.equals(MEANINGS) && before != null && before.value() instanceof YamlMap;
            entries.put(
                    entry.key(),
                    areCodes && entry.value() instanceof YamlMap codes
                            ? new YamlMap.Entry(entry.at(), entry.key(), merged("", (YamlMap) before.value(), codes))
                            : entry);
        }
        return new YamlMap(given.at(), entries);
    }

    private YamlList lots(List<YamlNode> base, YamlMap changes, FileLine at) {
        YamlFields fields = new YamlFields(changes, problems);
        List<YamlNode> lots = new ArrayList<>(fields.items("first"));
        List<YamlNode> kept = new ArrayList<>(base);
        for (YamlScalar code : fields.scalars("without")) {
            if (!kept.removeIf(lot -> isAt(lot, code.text()))) {
                fields.report(
                        MappingFault.MAPPING_INVALID,
                        "without",
                        "The mapping looks for no lot at '" + code.text() + "': take it out of 'without'.");
            }
        }
        lots.addAll(kept);
        lots.addAll(fields.items("also"));
        fields.end();
        return new YamlList(at, lots);
    }

    /** True when the entry's place, or one of its places, is this. */
    private static boolean isAt(YamlNode lot, String place) {
        if (!(lot instanceof YamlMap map)) {
            return false;
        }
        YamlNode code = map.get("code").or(() -> map.get("gs1")).orElse(null);
        return code instanceof YamlList several
                ? several.items().stream().anyMatch(each -> isText(each, place))
                : isText(code, place);
    }

    private static boolean isText(YamlNode node, String text) {
        return node instanceof YamlScalar scalar
                && (scalar.text().equals(text)
                        || PlaceReader.each(scalar.text()).contains(text));
    }
}
