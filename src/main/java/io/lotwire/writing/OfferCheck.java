package io.lotwire.writing;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Style.LotTooLong;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether an out-mapping offers what a profile chooses. */
public final class OfferCheck {
    private OfferCheck() {}

    /**
     * Every choice that it does not offer, and every code that is not the partner's to read; the problems' places are for the
     * caller to know.
     *
     * @param grammar the standard, or as the partner's guide has it
     */
    public static List<Problem> problems(WritingMapping mapping, Style style, Grammar grammar) {
        List<Problem> problems = new ArrayList<>();
        String written = Chosen.version(mapping, style.version());
        mapping.beyond().stream()
                .filter(code -> code.version().equals(written))
                .forEach(code -> code.notAllowed(mapping.document(), grammar).ifPresent(problems::add));
        style.lots().stream()
                .filter(place -> !mapping.lots().contains(place))
                .forEach(place -> problems.add(problem(mapping, "lots", place, mapping.lots())));
        String version = style.version().isEmpty() ? mapping.usualVersion() : style.version();
        style.lots().stream()
                .filter(place -> mapping.lotsOnlyIn().getOrDefault(place, List.of("")).stream()
                        .noneMatch(version::startsWith))
                .forEach(place -> problems.add(Problem.error(
                        WritingFault.CHOICE_NOT_OFFERED,
                        Place.inFile(""),
                        "'lots' is '" + place + "', which " + mapping.document() + " has only in "
                                + String.join(", ", mapping.lotsOnlyIn().get(place)) + ": say 'version' so, or choose"
                                + " another place.")));
        if (!style.levels().isEmpty() && !mapping.shapes().contains(style.levels())) {
            problems.add(problem(mapping, "hl", style.levels(), mapping.shapes()));
        }
        boolean versionKnown = style.version().isEmpty()
                || mapping.versions().keySet().stream().anyMatch(style.version()::startsWith);
        if (!versionKnown) {
            problems.add(problem(
                    mapping, "version", style.version(), mapping.versions().keySet()));
        }
        new QualifierCheck(mapping, version, grammar)
                .check(
                        style,
                        sentence -> problems.add(
                                Problem.error(WritingFault.CHOICE_NOT_OFFERED, Place.inFile(""), sentence)));
        if (mapping.usual().references().isEmpty()) {
            style.references().keySet().forEach(type -> problems.add(problem(mapping, "references", type, List.of())));
        }
        if (style.lotTooLong() == LotTooLong.REFERENCE && mapping.lotReference().isEmpty()) {
            problems.add(problem(mapping, "tooLong", "reference", List.of()));
        }
        List<String> lots = style.lots().isEmpty() ? mapping.usual().lots() : style.lots();
        if (style.merged() && lots.stream().noneMatch(mapping.severalLots()::contains)) {
            problems.add(Problem.error(
                    WritingFault.CHOICE_NOT_OFFERED,
                    Place.inFile(""),
                    "'lines' is 'merged', but 'lots' names no place of " + mapping.name()
                            + " that holds several lots: add one of "
                            + String.join(", ", mapping.severalLots()) + "."));
        }
        return problems;
    }

    private static Problem problem(WritingMapping mapping, String key, String value, Collection<String> offered) {
        return Problem.error(
                WritingFault.CHOICE_NOT_OFFERED,
                Place.inFile(""),
                "'" + key + "' is '" + value + "', but " + mapping.name() + " offers "
                        + (offered.isEmpty() ? "none" : String.join(", ", offered)) + ".");
    }
}
