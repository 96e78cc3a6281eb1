package io.lotwire.edi.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The planted defects of {@code src/test/resources/defects}; the head of {@code defects.yaml} tells how they are written. */
public final class Defects {
    private static final Path FOLDER = Path.of("src/test/resources/defects");

    private Defects() {}

    /**
     * A planted defect.
     *
     * @param group its heading in the table
     * @param name what is wrong, in words
     * @param change what is done to the base document
     * @param fault the name of the problem's code
     * @param place segment, or segment and element joined by a hyphen; {@code none} outside any segment
     * @param ack element of the acknowledgement and its code, such as {@code AK403 7}; {@code none} where nobody is told
     */
    record Defect(String group, String name, List<String> change, String fault, String place, String ack) {
        Defect {
            change = List.copyOf(change);
        }

        byte[] document() {
            return PlantedDocument.of(base(), change);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What is no defect.
     *
     * @param name what is unusual, in words
     * @param change what is done to the base document
     */
    record Variant(String name, List<String> change) {
        Variant {
            change = List.copyOf(change);
        }

        byte[] document() {
            return PlantedDocument.of(base(), change);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Defect> planted() {
        List<Defect> all = new ArrayList<>();
        for (Map<?, ?> group : list(yaml("defects.yaml"))) {
            for (Map<?, ?> entry : list(group.get("defects"))) {
                all.add(new Defect(
                        text(group, "group"),
                        text(entry, "defect"),
                        strings(entry.get("change")),
                        text(entry, "fault"),
                        text(entry, "place"),
                        text(entry, "ack")));
            }
        }
        return all;
    }

    static List<Variant> harmless() {
        return list(yaml("harmless.yaml")).stream()
                .map(entry -> new Variant(text(entry, "variant"), strings(entry.get("change"))))
                .toList();
    }

    /** The base document, without its line ends. */
    static String base() {
        return read("base.edi").replace("\n", "");
    }

    private static Object yaml(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<?, ?>> list(Object value) {
        List<Map<?, ?>> entries = new ArrayList<>();
        for (Object entry : (List<?>) value) {
            entries.add((Map<?, ?>) entry);
        }
        return entries;
    }

    private static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(Object::toString).toList();
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key).toString();
    }
}
