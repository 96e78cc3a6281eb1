package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.problem.Severity;

/** Says of a date or time that is stated and not used why that is. */
final class DateDoubt {
    private DateDoubt() {}

    /** The same of a value, with the form that is named beside it. */
    static Issue noDay(String what, Value value, Days days) {
        String form = Dates.formCode(value);
        return issue(
                days == null && !form.isEmpty()
                        ? "The " + what + " is '" + value.text() + "' in the form " + form
                                + ", which names no day: another form, or another date, is wanted."
                        : noDayWords(what, value.text(), days));
    }

    /**
     * Of what is no day, or days of which nobody can tell the one.
     *
     * @param what the date in words
     * @param days what the text names, null when nothing that exists
     */
    static Issue noDay(String what, String text, Days days) {
        return issue(noDayWords(what, text, days));
    }

    private static String noDayWords(String what, String text, Days days) {
        return days == null
                ? "The " + what + " is '" + text + "', which is no day: CCYYMMDD is wanted."
                : "The " + what + " is '" + text + "', " + days.span()
                        + " and no day, so none is told: ask the sender for the day.";
    }

    /** Of what is no time of day. */
    static Issue noTime(String text) {
        return issue("The time of the event is '" + text + "', which is no time of day: HHMM or HHMMSS is wanted.");
    }

    /** Of a time zone that is not known. */
    static Issue noZone(String text) {
        return issue(
                "The time zone of the event is '" + text
                        + "', which is none that is known, so none is told: ask the sender for a code of element 623, or the offset.");
    }

    private static Issue issue(String message) {
        return new Issue(IssueCode.DATE_INVALID, Severity.WARNING, message);
    }
}
