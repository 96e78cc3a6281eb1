package io.lotwire.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that is to be made.
 *
 * @param system the program that is to have it
 * @param grant what it is allowed
 * @param endsOn the last day on which it is to be taken, in UTC
 */
public record NewKey(String system, Grant grant, LocalDate endsOn) {
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");

    /** For ever is too long for what nobody looks at. */
    private static final int MOST_YEARS = 10;

    /** Why it cannot be made on a day; empty when it can. */
    Optional<String> wrong(LocalDate today) {
        if (!SYSTEM.matcher(system).matches()) {
            return Optional.of("'" + KeptText.of(system, 100)
                    + "' is no name of a program: write letters, digits, blanks, '.', '_' and '-', 100 at most.");
        }
        if (endsOn.isBefore(today) || endsOn.isAfter(today.plusYears(MOST_YEARS))) {
            return Optional.of("A key must end from today on and within " + MOST_YEARS + " years.");
        }
        return grant.wrong();
    }
}
