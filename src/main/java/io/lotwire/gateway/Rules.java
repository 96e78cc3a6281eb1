package io.lotwire.gateway;

import io.lotwire.ledger.Definition;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The profiles and mappings that are in force together. Work that has begun with them ends with them.
 *
 * @param profiles who we exchange with
 * @param mappings how their documents are read
 * @param mappingTexts the file of each mapping, by its stamp
 */
public record Rules(Profiles profiles, Mappings mappings, Map<String, String> mappingTexts) {
    public Rules {
        mappingTexts = Map.copyOf(mappingTexts);
    }

    /** An edition of a profile, for the ledger. */
    static Definition definition(Profile profile) {
        return new Definition(
                Definition.Kind.PROFILE,
                profile.name(),
                profile.version().id(),
                profile.version().text());
    }

    /** The edition of a mapping that is in force, for the ledger. */
    Definition definition(Mapping mapping) {
        return new Definition(
                Definition.Kind.MAPPING,
                mapping.name(),
                mapping.version(),
                mappingTexts.getOrDefault(mapping.stamp(), ""));
    }

    /** What is wrong with the files that they were made of. */
    List<Problem> problems() {
        return Stream.concat(profiles.problems().stream(), mappings.problems().stream())
                .toList();
    }
}
