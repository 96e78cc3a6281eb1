package io.lotwire.edi.check;

import io.lotwire.edi.grammar.DateForm;
import java.util.Optional;

/** Whether a date, time or period of EDIFACT (element 2380) has the form that its format code (2379) says. */
final class DateCheck {
    private DateCheck() {}

    /**
     * What is wrong with a value.
     *
     * @param code element 2379, such as {@code 102}
     * @return goes on after "which": {@code is not of the form CCYYMMDD (2379 is 102); send it so}; empty when nothing is
     *     wrong, or when the code's form is not known
     */
    static Optional<String> fault(String code, String value) {
        DateForm form = DateForm.edifact(code);
        if (form == null || form.read(value).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("is not of the form " + form + " that format " + code
                + " asks for, or no such day or time exists; send it in that form");
    }
}
