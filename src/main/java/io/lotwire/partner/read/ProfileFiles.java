package io.lotwire.partner.read;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.ProfileVersion;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder of profiles. A profile may extend a base, a file in the folder {@code base} below it: a file
 * there is no partner, so that nobody takes a base for one. What the profile says stands before what its base says;
 * maps are merged, lists and single values replaced. Who somebody is can never be inherited.
 */
public final class ProfileFiles {
    /** The key that names the base. */
    static final String EXTENDS = "extends";

    private static final String BASES = "base";
    private static final String EXTENSION = ".yaml";
    private static final Set<String> OWN = Set.of("name", "title", "self", "identity");
    private static final Map<String, Set<String>> OWN_OF_WIRES =
            Map.of("as2", Set.of("id"), "jms", Set.of("receive"), "sftp", Set.of("mailbox"));

    private final Path directory;
    private final UnaryOperator<String> variables;

    /** @param variables gives the value of a variable, null when it is not set */
    public ProfileFiles(Path directory, UnaryOperator<String> variables) {
        this.directory = directory;
        this.variables = variables;
    }

    /**
     * What a profile says, inherited or not. Each value knows the file and the line that it comes from.
     *
     * @param root its keys
     * @param parts the files that say them, its own first
     */
    public record Source(YamlNode root, List<ProfileVersion.Part> parts) {
        public Source {
            parts = List.copyOf(parts);
        }
    }

    /** Files in the folder that are profiles, or look as if they were meant to be. */
    public List<Path> profiles(Consumer<Problem> problems) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept(Problem.error(
                    PartnerFault.FOLDER_UNREADABLE,
                    Place.inFile(directory.toString()),
                    "The folder of profiles cannot be read: check LOTWIRE_PARTNERS."));
            return List.of();
        }
    }

    /** The name under which people know a file: from the folder on, such as {@code partners/farm.yaml}. */
    public String displayName(Path file) {
        Path folder = directory.toAbsolutePath().normalize().getFileName();
        String below = directory
                .toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        return folder == null ? below : folder + "/" + below;
    }

    /** A file by its path relative to the one that names it. */
    Path beside(FileLine at, String path) {
        String below = at.file().substring(at.file().indexOf('/') + 1);
        return directory.resolve(below).resolveSibling(path).normalize();
    }

    /** A file in the folder that belongs to one partner alone. */
    Path ofPartner(String partner, String file) {
        return directory.resolve(partner).resolve(file);
    }

    /** Whether a file is in the folder, or in one below it: only those are watched. */
    boolean holds(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(directory.toAbsolutePath().normalize());
    }

    /** The name of the profile in a file. */
    public static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    /** Reads a profile with all that it inherits; empty when its own file cannot be read. */
    public Optional<Source> read(Path file, Consumer<Problem> problems) {
        List<ProfileVersion.Part> parts = new ArrayList<>();
        return read(file, List.of(), parts, problems).map(root -> new Source(root, parts));
    }

    private Optional<YamlNode> read(
            Path file, List<String> above, List<ProfileVersion.Part> parts, Consumer<Problem> problems) {
        Optional<YamlNode> root = YamlFile.read(file, displayName(file), variables, problems);
        parts.add(new ProfileVersion.Part(displayName(file), text(file)));
        boolean extending = root.isPresent()
                && root.get() instanceof YamlMap own
                && own.get(EXTENDS).filter(YamlScalar.class::isInstance).isPresent();
        return extending ? Optional.of(whole((YamlMap) root.get(), above, parts, problems)) : root;
    }

    private YamlMap whole(
            YamlMap own, List<String> above, List<ProfileVersion.Part> parts, Consumer<Problem> problems) {
        String name = ((YamlScalar) own.entries().get(EXTENDS).value()).text();
        if (above.contains(name)) {
            problems.accept(Problem.error(
                    PartnerFault.EXTENDS_ITSELF,
                    own.entries().get(EXTENDS).at().place(),
                    "The base '" + name + "' extends itself (" + String.join(" -> ", above) + " -> " + name
                            + "): take this line out, or name another."));
            return own;
        }
        Path file = directory.resolve(BASES).resolve(name + EXTENSION);
        if (!name.matches("[A-Za-z0-9._-]+") || !Files.isRegularFile(file)) {
            problems.accept(Problem.error(
                    PartnerFault.REFERENCE_DANGLING,
                    own.entries().get(EXTENDS).at().place(),
                    "There is no base profile '" + name + "' in " + displayName(directory.resolve(BASES)) + ": write it"
                            + otherBases() + "."));
            return own;
        }
        List<String> chain = new ArrayList<>(above);
        chain.add(name);
        return read(file, chain, parts, problems)
                .filter(YamlMap.class::isInstance)
                .map(base -> merge(own, inheritable((YamlMap) base, problems)))
                .orElse(own);
    }

    private String otherBases() {
        String bases = bases();
        return bases.isEmpty() ? ", or take 'extends' out" : ", or name one of " + bases;
    }

    private String bases() {
        try (Stream<Path> files = Files.list(directory.resolve(BASES))) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .map(ProfileFiles::nameOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException none) {
            return "";
        }
    }

    /** A base without what cannot be inherited, which is reported. */
    private static YamlMap inheritable(YamlMap base, Consumer<Problem> problems) {
        YamlMap common = without(base, OWN, problems);
        Optional<YamlMap> wires = map(common, "wires");
        if (wires.isEmpty()) {
            return common;
        }
        YamlMap cleaned = wires.get();
        for (Map.Entry<String, Set<String>> wire : OWN_OF_WIRES.entrySet()) {
            Optional<YamlMap> found = map(cleaned, wire.getKey());
            if (found.isPresent()) {
                cleaned = with(cleaned, wire.getKey(), without(found.get(), wire.getValue(), problems));
            }
        }
        return with(common, "wires", cleaned);
    }

    private static YamlMap without(YamlMap map, Set<String> keys, Consumer<Problem> problems) {
        Map<String, YamlMap.Entry> rest = new LinkedHashMap<>(map.entries());
        for (String key : keys) {
            YamlMap.Entry entry = rest.remove(key);
            if (entry != null) {
                problems.accept(Problem.error(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        entry.at().place(),
                        "'" + key + "' says who a partner is, which nobody inherits: move it to the profiles that"
                                + " extend this base."));
            }
        }
        return new YamlMap(map.at(), rest);
    }

    private static Optional<YamlMap> map(YamlMap parent, String key) {
        return parent.get(key).filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    private static YamlMap with(YamlMap map, String key, YamlMap value) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.put(key, new YamlMap.Entry(map.entries().get(key).at(), key, value));
        return new YamlMap(map.at(), entries);
    }

    /** The keys of both; where both have one, maps are merged and of others that of {@code own} is taken. */
    private static YamlMap merge(YamlMap own, YamlMap base) {
        Map<String, YamlMap.Entry> merged = new LinkedHashMap<>(own.entries());
        for (YamlMap.Entry inherited : base.entries().values()) {
            YamlMap.Entry mine = merged.putIfAbsent(inherited.key(), inherited);
            if (mine != null && mine.value() instanceof YamlMap left && inherited.value() instanceof YamlMap right) {
                merged.put(mine.key(), new YamlMap.Entry(mine.at(), mine.key(), merge(left, right)));
            }
        }
        return new YamlMap(own.at(), merged);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            // Said when it was read as YAML.
            return "";
        }
    }
}
