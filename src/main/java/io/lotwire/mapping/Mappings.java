package io.lotwire.mapping;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Syntax;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The compiled mappings of a folder.
 *
 * @param byName each good mapping by its name, such as {@code x12/856}
 * @param problems what is wrong with the others, which are left out
 */
public record Mappings(Map<String, Translator> byName, List<Problem> problems) {
    private static final String EXTENSION = ".yaml";

    public Mappings {
        byName = Map.copyOf(byName);
        problems = List.copyOf(problems);
    }

    /** Compiles every {@code *.yaml} file of a folder and the folders in it. */
    public static Mappings load(Path folder) {
        Map<String, Translator> good = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : filesIn(folder, problems)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            compile(file, name.substring(0, name.length() - EXTENSION.length()), problems)
                    .ifPresent(mapping -> good.put(mapping.name(), new Translator(mapping)));
        }
        return new Mappings(good, problems);
    }

    /**
     * Compiles one mapping of a folder alone, which takes a fraction of the time.
     *
     * @param name such as {@code x12/856}; when there is no such file there is no mapping and no problem
     */
    public static Mappings load(Path folder, String name) {
        Map<String, Translator> good = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        Path file = folder.resolve(name + EXTENSION).normalize();
        if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
            compile(file, name, problems).ifPresent(mapping -> good.put(mapping.name(), new Translator(mapping)));
        }
        return new Mappings(good, problems);
    }

    /** The mapping of this name. */
    public Optional<Translator> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The name of the mapping that reads a document when a profile names none: {@code x12/856}, {@code edifact/desadv}.
     *
     * @param document transaction set or message type
     */
    public static String usualName(Syntax syntax, String document) {
        return syntax.name().toLowerCase(Locale.ROOT) + "/" + document.toLowerCase(Locale.ROOT);
    }

    private static List<Path> filesIn(Path folder, List<Problem> problems) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            problems.add(Problem.error(
                    MappingFault.MAPPING_INVALID,
                    Place.inFile(folder.toString()),
                    "This folder cannot be read: LOTWIRE_MAPPINGS must name a folder of mappings."));
            return List.of();
        }
    }

    private static Optional<Mapping> compile(Path file, String name, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Optional<Mapping> mapping = YamlFile.read(file, file.toString(), variable -> null, found::add)
                .flatMap(node -> YamlFields.of(node, found::add))
                .map(fields -> {
                    Mapping compiled = new MappingReader(fields).read(version(file));
                    if (!compiled.name().equals(name)) {
                        fields.report(
                                MappingFault.MAPPING_INVALID,
                                "mapping",
                                "'mapping' is '" + compiled.name() + "', but the file's place makes it '" + name
                                        + "': make them the same.");
                    }
                    return compiled;
                });
        problems.addAll(found);
        return found.stream().anyMatch(Problem::isError) ? Optional.empty() : mapping;
    }

    /** The first twelve hexadecimal digits of the file's SHA-256. */
    private static String version(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot hash " + file, e);
        }
    }
}
