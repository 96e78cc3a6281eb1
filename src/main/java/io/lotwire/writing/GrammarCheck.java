package io.lotwire.writing;

import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.problem.Place;
import io.lotwire.writing.Node.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds what an out-mapping names against the grammar of each version that it is for. */
final class GrammarCheck {
    private final List<String> versions;

    GrammarCheck(List<String> versions) {
        this.versions = versions;
    }

    /** That there is such a segment. */
    void check(String segment, Consumer<String> wrong) {
        versions.forEach(version -> rule(segment, version, wrong));
    }

    /**
     * That there is such a place, and that a fixed text is one of its codes.
     *
     * @param place where the out-mapping names it
     * @return the codes that the standard does not have there, but a guide may allow
     */
    List<CodeBeyond> check(String segment, At at, Place place, Consumer<String> wrong) {
        List<CodeBeyond> beyond = new ArrayList<>();
        for (String version : versions) {
            Optional<SegmentRule> rule = rule(segment, version, wrong);
            if (rule.isPresent() && !takes(rule.get(), at, version, wrong)) {
                beyond.add(
                        new CodeBeyond(place, segment, at.element(), at.value().text(), version));
            }
        }
        return beyond;
    }

    private static Optional<SegmentRule> rule(String segment, String version, Consumer<String> wrong) {
        Optional<SegmentRule> rule = Grammar.standard().segment(segment, version);
        if (rule.isEmpty()) {
            wrong.accept("There is no segment " + segment + " in " + version + ".");
        }
        return rule;
    }

    /** False for a code of a simple element that the standard does not have: guides allow no codes of components. */
    private static boolean takes(SegmentRule segment, At at, String version, Consumer<String> wrong) {
        if (at.element() < 1 || at.element() > segment.elements().size()) {
            wrong.accept(segment.id() + " has " + segment.elements().size() + " elements in " + version + ", no "
                    + at.element() + ".");
            return true;
        }
        ElementRule rule = segment.elements().get(at.element() - 1).rule();
        if (at.component() > Math.max(1, rule.components().size())) {
            wrong.accept("Element " + at.element() + " of " + segment.id() + " has "
                    + rule.components().size() + " components in " + version + ", no " + at.component() + ".");
            return true;
        }
        boolean isComponent = rule.isComposite() && at.component() > 0;
        if (isComponent) {
            rule = rule.components().get(at.component() - 1).rule();
        }
        boolean takes = !at.value().isText() || rule.takes(at.value().text());
        if (!takes && isComponent) {
            wrong.accept("'" + at.value().text() + "' is no code of element " + at.element() + " of " + segment.id()
                    + " (" + rule.name() + ") in " + version + ".");
        }
        return takes || isComponent;
    }
}
