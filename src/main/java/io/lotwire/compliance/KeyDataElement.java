package io.lotwire.compliance;

import java.util.List;
import java.util.Optional;

/**
 * A key data element of a critical tracking event (21 CFR 1.1310), and which facts tell it.
 *
 * @param name as profiles and waivers name it, such as {@code tlc-source}; one of its kind in its event
 * @param paragraph where the rule asks for it, such as {@code 21 CFR 1.1340(a)(7)}
 * @param words what the rule calls it
 * @param facts all of these are wanted
 * @param instead what may stand for them, empty for nothing
 * @param toPartners what may stand for them in a notice to a trade partner, absent where it need not be given to one
 * @param part what of a transformation it speaks of
 */
public record KeyDataElement(
        String name,
        String paragraph,
        String words,
        List<Fact> facts,
        List<Fact> instead,
        Optional<List<Fact>> toPartners,
        Part part) {
    /** Which goods an element speaks of. */
    public enum Part {
        /** The goods that an event is about. */
        ALL,
        /** What went into a transformation. */
        INPUT,
        /** What came out of it. */
        OUTPUT
    }

    /** Whether a statement is to tell it: an input's does not tell what was produced, and of several only the first does. */
    boolean isOf(Statement statement) {
        return switch (part) {
            case ALL -> true;
            case INPUT -> statement.used() != null;
            case OUTPUT -> statement.produced() != null && !statement.again();
        };
    }

    /** Whether it speaks of what came out of a transformation. */
    public boolean isOfOutput() {
        return part == Part.OUTPUT;
    }

    /** What of it a statement does not tell; empty when it tells enough. */
    List<Fact> missingIn(Statement statement) {
        return missing(statement, instead);
    }

    /** What of it a notice to a trade partner would lack. */
    List<Fact> missingToPartner(Statement statement) {
        List<Fact> missing = missingIn(statement);
        return missing.isEmpty() ? missing : missing(statement, toPartners.orElse(List.of()));
    }

    private List<Fact> missing(Statement statement, List<Fact> others) {
        if (!others.isEmpty() && others.stream().allMatch(fact -> fact.isTold(statement))) {
            return List.of();
        }
        return facts.stream().filter(fact -> !fact.isTold(statement)).toList();
    }
}
