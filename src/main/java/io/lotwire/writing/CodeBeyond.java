package io.lotwire.writing;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that an out-mapping writes as a fixed text, and that the standard does not have.
 *
 * @param place where the out-mapping names it
 * @param segment the segment, such as {@code REF}
 * @param element the element's place in it, from 1
 * @param code such as {@code UCB}
 * @param version the version whose codes lack it
 */
record CodeBeyond(Place place, String segment, int element, String code, String version) {
    /** That no guide allows it in the set; empty when one does. */
    Optional<Problem> notAllowed(String set, Grammar grammar) {
        boolean allowed = grammar.segment(segment, set, version)
                .map(rule -> rule.elements().get(element - 1).rule().isAllowed(code))
                .orElse(false);
        String at = String.format(Locale.ROOT, "%s-%02d", segment, element);
        return allowed
                ? Optional.empty()
                : Optional.of(Problem.error(
                        WritingFault.CODE_UNKNOWN,
                        place,
                        "'" + code + "' (" + place + ") is no code of " + at + " in " + version
                                + ": write one of its codes, or 'allow " + at + " " + code
                                + "' in the guide that 'send' names, where theirs has it."));
    }
}
