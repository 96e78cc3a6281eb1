package io.lotwire.yaml;

import java.util.List;

/**
 * Values in their order.
 *
 * @param at the line where the list starts
 * @param items the values
 */
public record YamlList(FileLine at, List<YamlNode> items) implements YamlNode {
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
