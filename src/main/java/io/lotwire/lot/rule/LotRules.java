package io.lotwire.lot.rule;

import io.lotwire.lot.Gln;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of the gateway asks of lots.
 *
 * @param assignedBy the profiles in whose documents a lot may appear first; empty for any
 * @param required the facts that a lot must have
 * @param patterns how codes are made, by whose lots they are
 */
public record LotRules(Set<String> assignedBy, Set<RequiredFact> required, List<OfSource> patterns) {
    /** Nothing is asked. */
    public static final LotRules NONE = new LotRules(Set.of(), Set.of(), List.of());

    public LotRules {
        assignedBy = Set.copyOf(assignedBy);
        required = Set.copyOf(required);
        patterns = List.copyOf(patterns);
    }

    /**
     * How the codes of a source are made.
     *
     * @param source where the lots are made, or who ships them first
     */
    public record OfSource(Gln source, LotPattern pattern) {}

    /** The pattern of a source's lots. */
    public Optional<LotPattern> pattern(String gln) {
        return patterns.stream()
                .filter(each -> each.source().digits().equals(gln))
                .map(OfSource::pattern)
                .findFirst();
    }
}
