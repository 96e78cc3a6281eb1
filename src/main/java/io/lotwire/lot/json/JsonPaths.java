package io.lotwire.lot.json;

import java.util.SortedMap;
import java.util.TreeMap;

/** All values of a JSON text by their paths, such as {@code lot.code} or {@code references[1].value}. */
final class JsonPaths {
    private final JsonCursor cursor = new JsonCursor(null);
    private final SortedMap<String, String> values = new TreeMap<>();

    private JsonPaths() {}

    static SortedMap<String, String> of(String text) {
        JsonPaths paths = new JsonPaths();
        paths.cursor.begin(text);
        paths.cursor.next();
        paths.add("");
        return paths.values;
    }

    private void add(String path) {
        switch (cursor.next()) {
            case '{' -> addObject(path.isEmpty() ? "" : path + ".");
            case '[' -> addList(path);
            default -> values.put(path, cursor.value());
        }
    }

    private void addObject(String prefix) {
        cursor.pass('{');
        while (cursor.next() != '}') {
            String name = cursor.text();
            cursor.pass(':');
            add(prefix + name);
            if (cursor.next() != '}') {
                cursor.pass(',');
            }
        }
        cursor.pass('}');
    }

    private void addList(String path) {
        cursor.pass('[');
        for (int number = 0; cursor.next() != ']'; number++) {
            add(path + "[" + number + "]");
            if (cursor.next() != ']') {
                cursor.pass(',');
            }
        }
        cursor.pass(']');
    }
}
