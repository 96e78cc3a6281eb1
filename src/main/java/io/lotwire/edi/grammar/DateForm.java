package io.lotwire.edi.grammar;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a date, a time or a period is written, as the code beside it says: element 1250 in X12, 2379 in EDIFACT. The forms
 * stand in {@code dates.txt}.
 */
public final class DateForm {
    private static final Map<String, DateForm> X12 = forms("dates.txt");
    private static final Map<String, DateForm> EDIFACT = forms("edifact/dates.txt");

    private final String text;
    private final TimeForm from;
    private final TimeForm to;

    private DateForm(String text) {
        int hyphen = text.indexOf('-');
        this.text = text;
        this.from = new TimeForm(hyphen < 0 ? text : text.substring(0, hyphen));
        this.to = hyphen < 0 ? null : new TimeForm(text.substring(hyphen + 1));
    }

    private static Map<String, DateForm> forms(String resource) {
        return Lines.of(resource).stream()
                .map(Lines::words)
                .collect(Collectors.toUnmodifiableMap(words -> words.get(0), words -> new DateForm(words.get(1))));
    }

    /** The form that a code of X12 (element 1250) names, such as {@code D8}; null when it is not known. */
    public static DateForm x12(String code) {
        return X12.get(code);
    }

    /** The form that a code of EDIFACT (element 2379) names, such as {@code 102}; null when it is not known. */
    public static DateForm edifact(String code) {
        return EDIFACT.get(code);
    }

    /** What a text in this form says; empty when it is not in it, or there is no such day or time. */
    public Optional<StatedPeriod> read(String value) {
        if (to == null) {
            return Optional.ofNullable(from.read(value, 0, value.length())).map(time -> new StatedPeriod(time, null));
        }
        int end = from.length();
        int begin = value.length() == end + 1 + to.length() && value.charAt(end) == '-' ? end + 1 : end;
        if (value.length() != begin + to.length()) {
            return Optional.empty();
        }
        StatedTime first = from.read(value, 0, end);
        StatedTime last = to.read(value, begin, value.length());
        return first == null || last == null ? Optional.empty() : Optional.of(new StatedPeriod(first, last));
    }

    /** The form, such as {@code CCYYMMDD}. */
    @Override
    public String toString() {
        return text;
    }
}
