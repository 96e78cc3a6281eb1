package io.lotwire.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and their values, in the order of the file.
 *
 * @param at the line where the map starts
 * @param entries the entries by their key
 */
public record YamlMap(FileLine at, Map<String, Entry> entries) implements YamlNode {
    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * A key with its value.
     *
     * @param at the line of the key
     */
    public record Entry(FileLine at, String key, YamlNode value) {}

    /** The value of a key. */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public String kind() {
        return "a map";
    }
}
