package io.lotwire.writing;

import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether the qualifiers that a profile chooses are codes that the standard has, or the partner's guide allows, for item numbers,
 * dates and references.
 */
final class QualifierCheck {
    /** Segments whose pairs hold item numbers. */
    private static final List<String> ITEMS = List.of("LIN", "W01", "W04", "W07", "W12");

    private final WritingMapping mapping;
    private final String version;
    private final Grammar grammar;

    /**
     * @param version the version that is written
     * @param grammar the standard, or as the partner's guide has it
     */
    QualifierCheck(WritingMapping mapping, String version, Grammar grammar) {
        this.mapping = mapping;
        this.version = version;
        this.grammar = grammar;
    }

    /** Tells a sentence of each that is no code; a date's may be one of either of X12's lists. */
    void check(Style style, Consumer<String> wrong) {
        boolean x12 = mapping.syntax() == Syntax.X12;
        // X12 elements 235, 374 (DTM), 432 (G62) and 128; EDIFACT 7143, 2005 and 1153.
        check(
                "item",
                style.items(),
                x12
                        ? ITEMS.stream()
                                .map(id -> element(id, grammar.pairs(id).get(0), 0))
                                .toList()
                        : List.of(element("PIA", 2, 2)),
                wrong);
        check(
                "dates",
                style.dates(),
                x12 ? List.of(element("DTM", 1, 0), element("G62", 1, 0)) : List.of(element("DTM", 1, 1)),
                wrong);
        check(
                "references",
                style.references(),
                x12 ? List.of(element("REF", 1, 0), element("N9", 1, 0)) : List.of(element("RFF", 1, 1)),
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
        return grammar.segment(segment, mapping.document(), version).map(rule -> {
            ElementRule found = rule.elements().get(element - 1).rule();
            return component == 0 || !found.isComposite()
                    ? found
                    : found.components().get(component - 1).rule();
        });
    }
}
