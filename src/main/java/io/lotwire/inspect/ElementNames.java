package io.lotwire.inspect;

import io.lotwire.edi.grammar.DateForm;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementType;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.ByteRange;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.mapping.Mapping;
import io.lotwire.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the elements of segments are and what their codes and dates mean. Serves any number of threads. */
public final class ElementNames {
    /** By the standard alone. */
    public static final ElementNames STANDARD = new ElementNames(Grammar.standard());

    private static final String PERIOD_X12 = "1251";
    private static final String PERIOD_EDIFACT = "2380";

    private final Grammar grammar;
    private final CodeMeanings meanings;

    /**
     * @param grammar the standard, or that of a partner whose guide allows more
     */
    public ElementNames(Grammar grammar) {
        this(grammar, new CodeMeanings(Map.of()));
    }

    private ElementNames(Grammar grammar, CodeMeanings meanings) {
        this.grammar = grammar;
        this.meanings = meanings;
    }

    /** The same with the words that a mapping has for codes, which go before those of our own. */
    public ElementNames with(Mapping mapping) {
        return new ElementNames(grammar, CodeMeanings.of(mapping));
    }

    /**
     * A segment taken apart.
     *
     * @param problems of its document
     */
    public SegmentView view(SegmentLine line, ProblemsInPlace problems) {
        Segment segment = line.segment();
        Optional<SegmentRule> rule = rule(segment, line.kind());
        List<StoredProblem> open = new ArrayList<>(problems.in(line.number()));
        List<ElementView> elements = new ArrayList<>();
        for (ElementPlace place : segment.parts().stream()
                .map(part -> rule.filter(each -> isSimple(each, part)).isPresent() ? whole(part) : part)
                .distinct()
                .toList()) {
            elements.add(element(place, rule.flatMap(each -> part(each, place)), take(place, open)));
        }
        return new SegmentView(line, elements, open);
    }

    private Optional<SegmentRule> rule(Segment segment, SetKind kind) {
        String version = segment.syntax() == Syntax.EDIFACT ? Grammar.directory(kind.version()) : kind.version();
        Optional<SegmentRule> envelope = Grammar.envelope(segment.id());
        return envelope.isPresent() ? envelope : grammar.segment(segment.id(), kind.set(), version);
    }

    /** True where the component separator is only a character of the value. */
    private static boolean isSimple(SegmentRule segment, ElementPlace place) {
        return place.element() <= segment.elements().size()
                && !segment.elements().get(place.element() - 1).rule().isComposite();
    }

    private static ElementPlace whole(ElementPlace place) {
        return new ElementPlace(place.segment(), place.element(), place.repetition(), 0);
    }

    /** The rule of an element or component; a composite of which one component is sent has it first. */
    private static Optional<ElementRule> part(SegmentRule segment, ElementPlace place) {
        if (place.element() > segment.elements().size()) {
            return Optional.empty();
        }
        ElementRule rule = segment.elements().get(place.element() - 1).rule();
        if (!rule.isComposite()) {
            return Optional.of(rule);
        }
        int component = Math.max(place.component(), 1);
        return component > rule.components().size()
                ? Optional.empty()
                : Optional.of(rule.components().get(component - 1)).map(ElementUse::rule);
    }

    private ElementView element(ElementPlace place, Optional<ElementRule> rule, List<StoredProblem> problems) {
        Syntax syntax = place.segment().syntax();
        String value = place.text();
        boolean coded = rule.filter(each -> CodeMeanings.isCoded(each, syntax)).isPresent();
        Optional<String> meaning = coded
                ? rule.flatMap(each -> meanings.words(each, syntax, value))
                : rule.flatMap(each -> time(each, place, value));
        ByteRange bytes = place.bytes();
        return new ElementView(
                place.element(),
                place.repetition(),
                place.component(),
                rule.map(ElementRule::reference).orElse(""),
                rule.map(ElementRule::name).filter(name -> !name.isEmpty()),
                value,
                coded,
                meaning,
                bytes.from(),
                bytes.to(),
                problems);
    }

    private static Optional<String> time(ElementRule rule, ElementPlace place, String value) {
        Segment segment = place.segment();
        return switch (rule.reference()) {
            case PERIOD_X12 -> IsoText.of(DateForm.x12(segment.element(place.element() - 1)), value);
            case PERIOD_EDIFACT ->
                IsoText.of(DateForm.edifact(segment.component(place.element(), place.component() + 1)), value);
            default ->
                rule.type() == ElementType.DT
                        ? IsoText.date(value)
                        : rule.type() == ElementType.TM ? IsoText.time(value) : Optional.empty();
        };
    }

    /** The problems of an element; they are taken out of those that are open. */
    private static List<StoredProblem> take(ElementPlace place, List<StoredProblem> open) {
        List<StoredProblem> taken = new ArrayList<>();
        open.removeIf(problem -> isOf(place, problem.at()) && taken.add(problem));
        return taken;
    }

    private static boolean isOf(ElementPlace place, Place problem) {
        return problem.element() == place.element()
                && (problem.repetition() == 0 || place.repetition() == 0 || problem.repetition() == place.repetition())
                && (problem.component() == 0 || problem.component() == Math.max(place.component(), 1));
    }
}
