package io.lotwire.inspect;

import io.lotwire.edi.grammar.CodeWords;
import io.lotwire.edi.grammar.DateForm;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementType;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.Meaning;
import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.util.Map;
import java.util.Optional;

/** What codes stand for: units by the table of units, forms of dates, what a mapping says of codes, and words of our own. */
final class CodeMeanings {
    private static final String UNIT_X12 = "355";
    private static final String UNIT_EDIFACT = "6411";
    private static final String FORM_X12 = "1250";
    private static final String FORM_EDIFACT = "2379";

    private final Map<String, Map<String, Meaning>> ofMapping;

    CodeMeanings(Map<String, Map<String, Meaning>> ofMapping) {
        this.ofMapping = ofMapping;
    }

    static CodeMeanings of(Mapping mapping) {
        return new CodeMeanings(mapping.meanings());
    }

    /** Whether an element holds a code. The directories of EDIFACT call codes text. */
    static boolean isCoded(ElementRule rule, Syntax syntax) {
        if (syntax == Syntax.X12 || rule.type() == ElementType.ID) {
            return rule.type() == ElementType.ID;
        }
        String reference = rule.reference();
        return reference.equals(UNIT_EDIFACT)
                || reference.equals(FORM_EDIFACT)
                || !rule.codes().isEmpty()
                || CodeWords.isCodedInEdifact(reference);
    }

    /** The words for a code; empty where there are none. */
    Optional<String> words(ElementRule rule, Syntax syntax, String code) {
        String reference = rule.reference();
        return switch (reference) {
            case UNIT_X12 -> Units.of(UnitList.X12, code).map(Unit::name);
            case UNIT_EDIFACT -> Units.of(UnitList.REC20, code).map(Unit::name);
            case FORM_X12 -> Optional.ofNullable(DateForm.x12(code)).map(DateForm::toString);
            case FORM_EDIFACT -> Optional.ofNullable(DateForm.edifact(code)).map(DateForm::toString);
            default ->
                said(reference, code)
                        .or(() -> syntax == Syntax.X12
                                ? CodeWords.x12(reference, code)
                                : CodeWords.edifact(reference, code));
        };
    }

    /** A mapping names its lists after the elements: {@code X12 412}. */
    private Optional<String> said(String reference, String code) {
        return ofMapping.entrySet().stream()
                .filter(list -> list.getKey().endsWith(" " + reference))
                .map(list -> list.getValue().get(code))
                .filter(meaning -> meaning != null && !meaning.says().isEmpty())
                .map(Meaning::says)
                .findFirst();
    }
}
