package io.lotwire.writing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a value is told to the partner. */
interface Codes {
    /** The word in a table of codes for every value that is not in it, and for none. */
    String ELSE = "else";

    /** What is written for a value that is not empty, or for none where {@link #hasForNothing}. */
    String of(String value, EventsAtHand atHand);

    /** True when something is written also where there is no value. */
    default boolean hasForNothing() {
        return false;
    }

    /** A table; a value that is not in it is a problem, unless it has a word for all others. */
    static Codes table(String name, Map<String, String> table) {
        return new Codes() {
            @Override
            public String of(String value, EventsAtHand atHand) {
                String code = table.get(value);
                if (code == null) {
                    code = table.get(ELSE);
                }
                if (code == null) {
                    atHand.run()
                            .refuse(
                                    WritingFault.CODE_UNKNOWN,
                                    "'" + value + "' has no code among the '" + name
                                            + "' of the out-mapping: this document cannot say it; add a code, or send"
                                            + " another document.");
                    return "";
                }
                return code;
            }

            @Override
            public boolean hasForNothing() {
                return table.containsKey(ELSE);
            }
        };
    }

    /** A date in another form: {@code yyMMdd} and the like, or {@code iso}; the usual form is {@code yyyyMMdd}. */
    static Optional<Codes> date(String pattern) {
        if (pattern.equals("iso")) {
            return Optional.of((value, atHand) ->
                    LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString());
        }
        if (!pattern.matches("[yMd./-]+") || !pattern.contains("MM") || !pattern.contains("dd")) {
            return Optional.empty();
        }
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return Optional.of((value, atHand) -> form.format(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)));
    }
}
