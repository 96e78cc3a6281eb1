package io.lotwire.writing;

import io.lotwire.writing.Node.At;
import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.SegmentRule;
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

    /** That there is such a place, and that a fixed text is one of its codes. */
    void check(String segment, At at, Consumer<String> wrong) {
        for (String version : versions) {
            Optional<SegmentRule> rule = rule(segment, version, wrong);
            if (rule.isPresent()) {
                check(rule.get(), at, version, wrong);
            }
        }
    }

    private static Optional<SegmentRule> rule(String segment, String version, Consumer<String> wrong) {
        Optional<SegmentRule> rule = Grammar.standard().segment(segment, version);
        if (rule.isEmpty()) {
            wrong.accept("There is no segment " + segment + " in " + version + ".");
        }
        return rule;
    }

    private static void check(SegmentRule segment, At at, String version, Consumer<String> wrong) {
        if (at.element() < 1 || at.element() > segment.elements().size()) {
            wrong.accept(segment.id() + " has " + segment.elements().size() + " elements in " + version + ", no "
                    + at.element() + ".");
            return;
        }
        ElementRule rule = segment.elements().get(at.element() - 1).rule();
        if (at.component() > Math.max(1, rule.components().size())) {
            wrong.accept("Element " + at.element() + " of " + segment.id() + " has "
                    + rule.components().size() + " components in " + version + ", no " + at.component() + ".");
            return;
        }
        if (rule.isComposite() && at.component() > 0) {
            rule = rule.components().get(at.component() - 1).rule();
        }
        if (at.value().isText() && !rule.takes(at.value().text())) {
            wrong.accept("'" + at.value().text() + "' is no code of element " + at.element() + " of " + segment.id()
                    + " (" + rule.name() + ") in " + version + ".");
        }
    }
}
