package io.lotwire.inspect;

import io.lotwire.ledger.StoredProblem;
import java.util.List;
import java.util.Optional;

/**
 * An element of a segment, or one of its repetitions or components, that is not empty.
 *
 * @param element its number in the segment, from 1
 * @param repetition which repetition, from 1; 0 where the element does not repeat
 * @param component which component, from 1; 0 where it has none
 * @param reference its number in the dictionary, such as {@code 98} or {@code 3035}; {@code ""} where the grammar does not know it
 * @param name what it is, such as {@code party role}; empty where the grammar does not know it
 * @param value what was sent, without release characters and blanks at its end
 * @param coded true for a code: then an empty meaning says that there are no words for it
 * @param meaning the code in words, or the date or time in the form of ISO 8601
 * @param from byte offset in the document of the value's first byte
 * @param to byte offset behind its last
 * @param problems what is wrong with it
 */
public record ElementView(
        int element,
        int repetition,
        int component,
        String reference,
        Optional<String> name,
        String value,
        boolean coded,
        Optional<String> meaning,
        long from,
        long to,
        List<StoredProblem> problems) {
    public ElementView {
        problems = List.copyOf(problems);
    }
}
