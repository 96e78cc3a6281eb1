package io.lotwire.problem;

import java.util.Locale;

/**
 * One thing that is wrong with an input.
 *
 * @param code what kind of problem it is
 * @param severity whether the data may pass all the same
 * @param place where it is
 * @param message one sentence that names what was found and says how to mend it
 */
public record Problem(ProblemCode code, Severity severity, Place place, String message) {

    /** An error: the data may not pass. */
    public static Problem error(ProblemCode code, Place place, String message) {
        return new Problem(code, Severity.ERROR, place, message);
    }

    /** A warning: the data passes, and someone should know. */
    public static Problem warning(ProblemCode code, Place place, String message) {
        return new Problem(code, Severity.WARNING, place, message);
    }

    /** True when the data may not pass. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for people: place, severity, code and sentence. */
    @Override
    public String toString() {
        return place + ": " + severity.name().toLowerCase(Locale.ROOT) + " " + code.name() + ": " + message;
    }
}
