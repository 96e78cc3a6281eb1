package io.lotwire.gateway.rule;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Rulebook;
import io.lotwire.document.DocumentWriter;
import io.lotwire.ledger.Definition;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.writing.Edition;
import io.lotwire.writing.WritingMappings;
import io.lotwire.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The profiles and mappings that are in force together. Work that has begun with them ends with them.
 *
 * @param mappingFolder the folder of mappings
 * @param profiles who we exchange with
 * @param mappings how their documents are read
 * @param fileMappings Smooks configurations; each as its files are when it is asked for
 * @param outMappings how documents for them are written
 * @param documents writes them
 */
public record Rules(
        Path mappingFolder,
        Profiles profiles,
        Mappings mappings,
        FileMappings fileMappings,
        WritingMappings outMappings,
        DocumentWriter documents)
        implements Rulebook {
    /** An edition of a profile, for the ledger. */
    public static Definition definition(Profile profile) {
        return new Definition(
                Definition.Kind.PROFILE,
                profile.name(),
                profile.version().id(),
                profile.version().text());
    }

    /** An edition of a mapping, for the ledger. */
    public static Definition definition(Mapping mapping) {
        return new Definition(Definition.Kind.MAPPING, mapping.name(), mapping.version(), mapping.text());
    }

    /** An edition of an out-mapping or a template, for the ledger. */
    public static Definition definition(Edition edition) {
        return new Definition(Definition.Kind.MAPPING, edition.name(), edition.id(), edition.text());
    }

    /** The edition of what documents are read by, for the ledger; empty where they are read by nothing. */
    public static Optional<Definition> definition(Handling handling) {
        if (handling instanceof Handling.ByMapping by) {
            return Optional.of(definition(by.mapping()));
        }
        return handling instanceof Handling.ByFileMapping by
                ? Optional.of(FileMappings.definition(by.mapping()))
                : Optional.empty();
    }

    @Override
    public Optional<Translator> mapping(String name, YamlMap override, Consumer<Problem> told) {
        return mappings.named(name, override, told);
    }

    @Override
    public Optional<SmooksMapping> fileMapping(String name, Consumer<Problem> told) {
        return fileMappings.named(name, told);
    }

    /** What is wrong with the files that they were made of. */
    public List<Problem> problems() {
        return Stream.of(profiles.problems(), mappings.problems(), outMappings.problems())
                .flatMap(List::stream)
                .toList();
    }
}
