package io.lotwire.writing;

import io.lotwire.x12.Syntax;
import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.Grammar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the qualifiers that a profile chooses are codes that the standard has for item numbers and for dates. */
final class QualifierCheck {
    private final Syntax syntax;
    private final String version;

    /** @param version the version that is written */
    QualifierCheck(Syntax syntax, String version) {
        this.syntax = syntax;
        this.version = version;
    }

    /** Tells a sentence of each that is no code; a date's may be one of either of X12's lists. */
    void check(Style style, Consumer<String> wrong) {
        boolean x12 = syntax == Syntax.X12;
        // X12 elements 235, 374 (DTM) and 432 (G62); EDIFACT 7143 and 2005.
        check("item", style.items(), x12 ? List.of(element("LIN", 2, 0)) : List.of(element("PIA", 2, 2)), wrong);
        check(
                "dates",
                style.dates(),
                x12 ? List.of(element("DTM", 1, 0), element("G62", 1, 0)) : List.of(element("DTM", 1, 1)),
                wrong);
    }

    private void check(
            String key, Map<String, String> chosen, List<Optional<ElementRule>> lists, Consumer<String> wrong) {
        chosen.forEach((what, code) -> {
            boolean known = lists.stream()
                    .anyMatch(list -> list.map(rule -> rule.takes(code)).orElse(true));
            if (!known) {
                wrong.accept("'" + key + "' has '" + code + "' for " + what + ", but " + version
                        + " has no such qualifier.");
            }
        });
    }

    private Optional<ElementRule> element(String segment, int element, int component) {
        return Grammar.standard().segment(segment, version).map(rule -> {
            ElementRule found = rule.elements().get(element - 1).rule();
            return component == 0 || !found.isComposite()
                    ? found
                    : found.components().get(component - 1).rule();
        });
    }
}
