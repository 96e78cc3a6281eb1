package io.lotwire.mapping;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The own number of a document, such as BSN02, without which it cannot be told from another. */
final class DocumentNumber {
    private DocumentNumber() {}

    /** What is to be said where no place of it holds one. */
    static String sentence(Mapping mapping) {
        return "The document has no number at "
                + mapping.numbers().stream().map(X12Path::toString).collect(Collectors.joining(" or "))
                + ": without one it cannot be told from another. Ask the sender to number it.";
    }

    /**
     * That a document has none, as an acknowledgement can say it: at the first place where the number may stand.
     *
     * @return empty when it has one, and when the segment of the first place is not there, so that no element can be named
     */
    static Optional<Finding> missing(TransactionSet set, Mapping mapping) {
        List<X12Path> numbers = mapping.numbers();
        if (numbers.isEmpty()
                || numbers.stream().anyMatch(place -> place.first(set.root()).isPresent())) {
            return Optional.empty();
        }
        X12Path first = numbers.get(0);
        return set.segments().stream()
                .filter(segment -> segment.is(first.segmentId()))
                .findFirst()
                .map(segment -> finding(set, segment, first, mapping));
    }

    private static Finding finding(TransactionSet set, Segment segment, X12Path path, Mapping mapping) {
        Place at = segment.place(path.element());
        Place place = new Place(
                set.summary().place().file(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                at.segment(),
                at.segmentId(),
                path.element(),
                path.component(),
                0,
                at.offset());
        String reference = Grammar.standard()
                .segment(segment.id(), set.version())
                .map(rule -> rule.elements())
                .filter(elements -> elements.size() >= path.element())
                .map(elements -> elements.get(path.element() - 1))
                .map(DocumentNumber::number)
                .orElse("");
        return new Finding(
                Fault.DOCUMENT_NUMBER_MISSING,
                Problem.error(Fault.DOCUMENT_NUMBER_MISSING, place, sentence(mapping)),
                segment.position(),
                "",
                reference,
                "");
    }

    private static String number(ElementUse use) {
        return use.rule().reference();
    }
}
