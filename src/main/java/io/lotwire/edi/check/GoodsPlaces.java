package io.lotwire.edi.check;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Elements whose faults show that goods may stand in the wrong place. Where a sender leaves an element out, all that follow
 * it stand one place off: a number comes where the code is to be that says what the number is, and the code where the number
 * is to be. Then the lot that is read is another one than was meant, and nothing else shows it.
 */
final class GoodsPlaces {
    /** Segments that name goods by pairs of a qualifier and a number. */
    private static final Set<String> GOODS =
            Set.of("W01", "W04", "W07", "W12", "W13", "W19", "LIN", "SLN", "RCD", "PIA", "GIN");

    /** In them: product number qualifier, product number, warehouse lot number; their like in EDIFACT. */
    private static final Set<String> NUMBERS = Set.of("235", "234", "451", "7143", "7140", "7405", "7402");

    /** The latest version whose codes are known. */
    private static final String LATEST = "006030";

    /**
     * Qualifiers of quantities, references, dates and marks. A code that is not known may be the partners' own; one that has
     * not the length of a code is none.
     */
    private static final Set<String> QUALIFIERS = Set.of("673", "128", "374", "432", "88", "6063", "1153", "2005");

    private static final Set<String> QUALIFIED = Set.of("QTY", "REF", "N9", "DTM", "G62", "MAN", "RFF");

    /** Without it nobody knows which number stands behind it. */
    private static final String PRODUCT_QUALIFIER = "235";

    private GoodsPlaces() {}

    /**
     * Whether a fault of an element may have lost goods, or what identifies them.
     *
     * @param version whose lengths hold; what a partner's guide asks beyond them is no sign of anything
     */
    static boolean mayLose(Fault fault, ElementPlace place, String reference, String version) {
        String id = place.segment().id();
        boolean numbers = GOODS.contains(id) && NUMBERS.contains(reference);
        if (fault == Fault.ELEMENT_TOO_LONG || fault == Fault.ELEMENT_TOO_SHORT) {
            boolean qualifier = QUALIFIED.contains(id) && QUALIFIERS.contains(reference);
            return (numbers || qualifier)
                    && !rules(id, reference, version).allMatch(rule -> ElementFormat.fits(rule, place.text()));
        }
        if (fault == Fault.CONDITIONAL_ELEMENT_MISSING) {
            return numbers && reference.equals(PRODUCT_QUALIFIER);
        }
        if (fault == Fault.ELEMENT_TOO_MANY) {
            return GOODS.contains(id) && place.segment().elementCount() > mostElements(place.segment());
        }
        // A code of a later version says what it says.
        return numbers
                && fault == Fault.CODE_INVALID
                && place.segment().syntax() == Syntax.X12
                && rules(id, reference, LATEST).noneMatch(rule -> rule.takes(place.text()));
    }

    /** How many elements a segment has in any version: what a later one added is not off its place. */
    private static int mostElements(Segment segment) {
        String latest = segment.syntax() == Syntax.X12 ? LATEST : Grammar.directory("");
        return Grammar.standard()
                .segment(segment.id(), latest)
                .map(rule -> rule.elements().size())
                .orElse(Integer.MAX_VALUE);
    }

    /** What the standard says of the elements of a segment with a number, those of its composites included. */
    private static Stream<ElementRule> rules(String segment, String reference, String version) {
        return Grammar.standard().segment(segment, version).map(SegmentRule::elements).stream()
                .flatMap(List::stream)
                .map(ElementUse::rule)
                .flatMap(
                        rule -> rule.isComposite() ? rule.components().stream().map(ElementUse::rule) : Stream.of(rule))
                .filter(rule -> rule.reference().equals(reference));
    }
}
