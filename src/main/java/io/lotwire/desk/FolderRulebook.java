package io.lotwire.desk;

import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.yaml.YamlMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The rules in folders, each read when it is asked for first, so that a command that wants one mapping does not wait for all.
 * What is wrong is told once. Not for several threads.
 */
public final class FolderRulebook implements Rulebook {
    private final Path mappingFolder;
    private final Supplier<Profiles> load;
    private final Map<String, Mappings> mappings = new HashMap<>();
    private final Map<String, Optional<SmooksMapping>> fileMappings = new HashMap<>();
    private final Set<Problem> told = new HashSet<>();
    private Profiles profiles;

    /**
     * @param mappingFolder the folder of mappings
     * @param load loads the profiles
     */
    public FolderRulebook(Path mappingFolder, Supplier<Profiles> load) {
        this.mappingFolder = mappingFolder;
        this.load = load;
    }

    /** The mappings of a folder, for files of somebody who has no profile. */
    public static FolderRulebook ofMappings(Path mappingFolder) {
        return new FolderRulebook(mappingFolder, () -> new Profiles(List.of(), Map.of(), List.of()));
    }

    @Override
    public Profiles profiles() {
        if (profiles == null) {
            profiles = load.get();
        }
        return profiles;
    }

    @Override
    public Path mappingFolder() {
        return mappingFolder;
    }

    @Override
    public Optional<Translator> mapping(String name, YamlMap override, Consumer<Problem> problems) {
        Mappings loaded = mappings.computeIfAbsent(name, each -> Mappings.load(mappingFolder, each));
        loaded.problems().forEach(problem -> tell(problem, problems));
        return loaded.named(name, override, problem -> tell(problem, problems));
    }

    @Override
    public Optional<SmooksMapping> fileMapping(String name, Consumer<Problem> problems) {
        return fileMappings.computeIfAbsent(name, each -> SmooksMapping.load(mappingFolder, each, problems));
    }

    private void tell(Problem problem, Consumer<Problem> problems) {
        if (told.add(problem)) {
            problems.accept(problem);
        }
    }
}
