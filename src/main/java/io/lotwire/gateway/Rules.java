package io.lotwire.gateway;

import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The profiles and mappings that are in force together. Work that has begun with them ends with them.
 *
 * @param profiles who we exchange with
 * @param mappings how their documents are read
 */
public record Rules(Profiles profiles, Mappings mappings) {

    /** What is wrong with the files that they were made of. */
    List<Problem> problems() {
        return Stream.concat(profiles.problems().stream(), mappings.problems().stream())
                .toList();
    }
}
