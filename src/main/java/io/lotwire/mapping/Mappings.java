package io.lotwire.mapping;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlJson;
import io.lotwire.yaml.YamlMap;
import io.lotwire.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The mappings of a folder, ready to run: the good ones, and what is wrong with the others, which are left out. */
public final class Mappings {
    /** The folder of golden samples, in that of mappings. */
    public static final String SAMPLES = "samples";

    private static final String EXTENSION = ".yaml";

    /** Holds mappings of the other direction, from lot events to documents. */
    private static final String OTHER_DIRECTION = "out";

    private static final String OVERRIDDEN = "\n# What the partner's profile says instead:\n# ";

    private final Map<String, Source> byName = new TreeMap<>();
    /** The files of those that are wrong, so that what overrides them can be looked at all the same. */
    private final Map<String, YamlMap> wrong = new TreeMap<>();

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Overridden, Compiled> overridden = new ConcurrentHashMap<>();

    /** A good mapping and the file that it was made of. */
    private record Source(Translator translator, YamlMap file) {}

    private record Overridden(String name, YamlMap override) {}

    private record Compiled(Optional<Translator> translator, List<Problem> problems) {}

    private Mappings() {}

    /** No mappings at all. */
    public static Mappings none() {
        return new Mappings();
    }

    /** Compiles every {@code *.yaml} file of a folder and the folders in it, but for its golden samples. */
    public static Mappings load(Path folder) {
        Mappings mappings = new Mappings();
        for (Path file : filesIn(folder, mappings.problems)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            mappings.compile(file, name.substring(0, name.length() - EXTENSION.length()));
        }
        return mappings;
    }

    /**
     * Compiles one mapping of a folder alone, which takes a fraction of the time.
     *
     * @param name such as {@code x12/856}; when there is no such file there is no mapping and no problem
     */
    public static Mappings load(Path folder, String name) {
        Mappings mappings = new Mappings();
        Path file = folder.resolve(name + EXTENSION).normalize();
        if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
            mappings.compile(file, name);
        }
        return mappings;
    }

    /**
     * These, and where one of them is wrong, what it was before.
     *
     * @param before those that were in force
     * @param isThere true for the names whose files are still there
     */
    public Mappings keeping(Mappings before, Predicate<String> isThere) {
        Mappings kept = new Mappings();
        kept.problems.addAll(problems);
        kept.byName.putAll(byName);
        before.byName.forEach((name, source) -> {
            if (isThere.test(name)) {
                kept.byName.putIfAbsent(name, source);
            }
        });
        return kept;
    }

    /** The versions of the good ones, by their names. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        byName.forEach((name, source) ->
                versions.put(name, source.translator().mapping().version()));
        return versions;
    }

    /** The names of the good ones, such as {@code x12/856}. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** What is wrong with the others. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The mapping of this name. */
    public Optional<Translator> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(Source::translator);
    }

    /**
     * The mapping of this name with what a partner's profile overrides; it is compiled when it is asked for first.
     *
     * @param override keys of the mapping and their values; null for the mapping as it is
     * @param said is told what is wrong with the override; then there is no mapping
     */
    public Optional<Translator> named(String name, YamlMap override, Consumer<Problem> said) {
        Source base = byName.get(name);
        if (override == null || base == null) {
            if (override != null && wrong.containsKey(name)) {
                problemsOf(override, wrong.get(name)).forEach(said);
            }
            return named(name);
        }
        Compiled compiled = overridden.computeIfAbsent(new Overridden(name, override), each -> compile(base, override));
        compiled.problems.forEach(said);
        return compiled.translator;
    }

    /**
     * A mapping as it was: of the text that its {@link Mapping#text} was, with what a profile overrode, if it did.
     *
     * @param name such as {@code x12/856}
     * @param text of the edition that ran
     * @param said is told why it cannot be read any more: then there is none
     */
    public static Optional<Translator> edition(String name, String text, Consumer<Problem> said) {
        List<Problem> found = new ArrayList<>();
        int end = text.lastIndexOf(OVERRIDDEN);
        Optional<YamlMap> file = map(end < 0 ? text : text.substring(0, end), name, found);
        Optional<YamlMap> read = end < 0
                ? file
                : map(text.substring(end + OVERRIDDEN.length()), name, found)
                        .flatMap(override -> file.map(base -> new MappingOverride(override, found::add).over(base)));
        Optional<Translator> edition =
                read.map(map -> new Translator(new MappingReader(new YamlFields(map, found::add)).read(text)));
        found.forEach(said);
        return found.stream().noneMatch(Problem::isError) ? edition : Optional.empty();
    }

    private static Optional<YamlMap> map(String text, String name, List<Problem> found) {
        return YamlFile.parse(text, name, variable -> null, found::add)
                .filter(node -> YamlFields.of(node, found::add).isPresent())
                .map(YamlMap.class::cast);
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
            Path samples = folder.resolve(SAMPLES);
            return files.filter(file -> file.toString().endsWith(EXTENSION) && !file.startsWith(samples))
                    .filter(file -> !folder.relativize(file).startsWith(OTHER_DIRECTION))
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

    private void compile(Path file, String name) {
        List<Problem> found = new ArrayList<>();
        Optional<YamlNode> root = YamlFile.read(file, file.toString(), variable -> null, found::add);
        root.flatMap(node -> YamlFields.of(node, found::add)).ifPresent(fields -> {
            Mapping mapping = new MappingReader(fields).read(text(file));
            if (!mapping.name().equals(name)) {
                fields.report(
                        MappingFault.MAPPING_INVALID,
                        "mapping",
                        "'mapping' is '" + mapping.name() + "', but the file's place makes it '" + name
                                + "': make them the same.");
            }
            if (found.stream().noneMatch(Problem::isError)) {
                byName.put(name, new Source(new Translator(mapping), (YamlMap) root.get()));
            } else {
                wrong.put(name, (YamlMap) root.get());
            }
        });
        problems.addAll(found);
    }

    /** What is wrong with an override of a mapping that is wrong itself. */
    private static List<Problem> problemsOf(YamlMap override, YamlMap mapping) {
        List<Problem> found = new ArrayList<>();
        YamlMap merged = new MappingOverride(override, found::add).over(mapping);
        new MappingReader(new YamlFields(merged, found::add)).read("");
        String itself = mapping.at().file() + ":";
        found.removeIf(problem -> problem.place().file().startsWith(itself));
        return found;
    }

    /** The version is of both: of the mapping, and of what overrides it. */
    private static Compiled compile(Source base, YamlMap override) {
        List<Problem> found = new ArrayList<>();
        YamlMap merged = new MappingOverride(override, found::add).over(base.file);
        String text = base.translator.mapping().text() + OVERRIDDEN + YamlJson.write(override) + "\n";
        Mapping mapping = new MappingReader(new YamlFields(merged, found::add)).read(text);
        boolean good = found.stream().noneMatch(Problem::isError);
        return new Compiled(good ? Optional.of(new Translator(mapping)) : Optional.empty(), found);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
