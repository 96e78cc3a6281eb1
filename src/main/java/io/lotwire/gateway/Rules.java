package io.lotwire.gateway;

import io.lotwire.document.DocumentWriter;
import io.lotwire.ledger.Definition;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Edition;
import io.lotwire.writing.WritingMappings;
import java.util.List;
import java.util.stream.Stream;

/**
 * The profiles and mappings that are in force together. Work that has begun with them ends with them.
 *
 * @param profiles who we exchange with
 * @param mappings how their documents are read
 * @param outMappings how documents for them are written
 * @param documents writes them
 */
public record Rules(Profiles profiles, Mappings mappings, WritingMappings outMappings, DocumentWriter documents) {
    /** An edition of a profile, for the ledger. */
    static Definition definition(Profile profile) {
        return new Definition(
                Definition.Kind.PROFILE,
                profile.name(),
                profile.version().id(),
                profile.version().text());
    }

    /** An edition of a mapping, for the ledger. */
    static Definition definition(Mapping mapping) {
        return new Definition(Definition.Kind.MAPPING, mapping.name(), mapping.version(), mapping.text());
    }

    /** An edition of an out-mapping or a template, for the ledger. */
    static Definition definition(Edition edition) {
        return new Definition(Definition.Kind.MAPPING, edition.name(), edition.id(), edition.text());
    }

    /** What is wrong with the files that they were made of. */
    List<Problem> problems() {
        return Stream.of(profiles.problems(), mappings.problems(), outMappings.problems())
                .flatMap(List::stream)
                .toList();
    }
}
