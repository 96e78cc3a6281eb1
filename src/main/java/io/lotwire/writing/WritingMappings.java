package io.lotwire.writing;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The out-mappings of a folder, ready to run: the good ones, and what is wrong with the others, which are left out. */
public final class WritingMappings {
    /** The folder of out-mappings in that of mappings. */
    public static final String FOLDER = "out";

    private static final String EXTENSION = ".yaml";

    private final Map<String, WritingMapping> byName = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private WritingMappings() {}

    /** No out-mappings at all. */
    public static WritingMappings none() {
        return new WritingMappings();
    }

    /** Compiles every {@code *.yaml} file in {@code out} of the folder of mappings. */
    public static WritingMappings load(Path mappings) {
        WritingMappings loaded = new WritingMappings();
        Path folder = mappings.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return loaded;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList()) {
                String name = mappings.relativize(file).toString().replace('\\', '/');
                loaded.compile(file, name.substring(0, name.length() - EXTENSION.length()));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            loaded.problems.add(Problem.error(
                    WritingFault.OUT_MAPPING_INVALID,
                    Place.inFile(folder.toString()),
                    "This folder cannot be read: check that it may be."));
        }
        return loaded;
    }

    /**
     * These, and where one of them is wrong, what it was before.
     *
     * @param isThere true for the names whose files are still there
     */
    public WritingMappings keeping(WritingMappings before, Predicate<String> isThere) {
        WritingMappings kept = new WritingMappings();
        kept.problems.addAll(problems);
        kept.byName.putAll(byName);
        before.byName.forEach((name, mapping) -> {
            if (isThere.test(name)) {
                kept.byName.putIfAbsent(name, mapping);
            }
        });
        return kept;
    }

    /** The out-mapping of a name, such as {@code out/x12/945}. */
    public Optional<WritingMapping> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The good ones, by their names. */
    public Map<String, WritingMapping> all() {
        return Map.copyOf(byName);
    }

    /** The editions of the good ones, by their names. */
    public Map<String, String> editions() {
        Map<String, String> editions = new TreeMap<>();
        byName.forEach((name, mapping) -> editions.put(name, mapping.edition()));
        return editions;
    }

    /** What is wrong with the others. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void compile(Path file, String name) throws IOException {
        List<Problem> found = new ArrayList<>();
        String text = Files.readString(file);
        YamlFile.parse(text, file.toString(), variable -> null, found::add)
                .flatMap(node -> YamlFields.of(node, found::add))
                .ifPresent(fields -> {
                    WritingMapping mapping = new WritingReader(fields).read(text);
                    if (!mapping.name().equals(name)) {
                        fields.report(
                                WritingFault.OUT_MAPPING_INVALID,
                                "mapping",
                                "'mapping' is '" + mapping.name() + "', but the file's place makes it '" + name
                                        + "': make them the same.");
                    }
                    if (found.stream().noneMatch(Problem::isError)) {
                        byName.put(name, mapping);
                    }
                });
        problems.addAll(found.stream().distinct().toList());
    }
}
