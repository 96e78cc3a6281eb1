package io.lotwire.lot.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the lot codes of somebody are made: texts, and between braces named parts with their length or, of a date, its letters:
 * {@code {plant:2}{date:yyDDD}{line:1}-{sequence:3}}. Letters of a date: {@code yy} and {@code yyyy} the year, {@code MM} and
 * {@code dd} month and day, {@code DDD} the day of the year.
 */
public final class LotPattern {
    /** The names that parts can have. */
    public static final List<String> PARTS = List.of("date", "plant", "line", "shift", "sequence");

    /** No code is longer. */
    private static final int LONGEST_PART = 40;

    private static final Pattern PART = Pattern.compile("\\{([a-z]+):([^{}]+)\\}");
    private static final Pattern DATE =
            Pattern.compile("(?:yyyy|yy)(?:MMdd|DDD)|(?:MMdd|DDD)(?:yyyy|yy)|ddMM(?:yyyy|yy)");
    private static final int CENTURY = 2000;

    private final String text;
    private final Pattern code;
    private final List<String> names;
    private final DateTimeFormatter date;

    private LotPattern(String text, Pattern code, List<String> names, DateTimeFormatter date) {
        this.text = text;
        this.code = code;
        this.names = List.copyOf(names);
        this.date = date;
    }

    /** What became of a text that should be a pattern. */
    public sealed interface Parsed {
        /** It is one. */
        record Good(LotPattern pattern) implements Parsed {}

        /**
         * It is none.
         *
         * @param why what is wrong with it, and how to mend it
         */
        record Wrong(String why) implements Parsed {}
    }

    /** Reads a pattern. */
    public static Parsed parse(String text) {
        StringBuilder code = new StringBuilder();
        List<String> names = new ArrayList<>();
        DateTimeFormatter date = null;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            String between = text.substring(end, part.start());
            end = part.end();
            if (isBroken(between)) {
                return broken(between);
            }
            code.append(between.isEmpty() ? "" : Pattern.quote(between));
            String name = part.group(1);
            String form = part.group(2);
            if (!PARTS.contains(name)) {
                return new Parsed.Wrong(
                        "'" + name + "' is no part of a lot code: parts are " + String.join(", ", PARTS) + ".");
            }
            if (names.contains(name)) {
                return new Parsed.Wrong("The part '" + name + "' stands there twice: keep one of them.");
            }
            names.add(name);
            if (name.equals("date")) {
                if (!DATE.matcher(form).matches()) {
                    return new Parsed.Wrong("'" + form
                            + "' is no form of a date: write yyDDD, yyMMdd, yyyyMMdd, ddMMyy or the" + " like.");
                }
                date = formatter(form);
                code.append("([0-9]{").append(form.length()).append("})");
            } else if (form.matches("[1-9][0-9]?") && Integer.parseInt(form) <= LONGEST_PART) {
                code.append("([A-Za-z0-9]{").append(form).append("})");
            } else {
                return new Parsed.Wrong("'" + form + "' is no length of '" + name + "': write a number from 1 to "
                        + LONGEST_PART + ".");
            }
        }
        String rest = text.substring(end);
        if (isBroken(rest)) {
            return broken(rest);
        }
        if (names.isEmpty()) {
            return new Parsed.Wrong("'" + text + "' has no part: write one between braces, such as {date:yyDDD}.");
        }
        code.append(rest.isEmpty() ? "" : Pattern.quote(rest));
        return new Parsed.Good(new LotPattern(text, Pattern.compile(code.toString()), names, date));
    }

    private static boolean isBroken(String between) {
        return between.indexOf('{') >= 0 || between.indexOf('}') >= 0;
    }

    private static Parsed broken(String between) {
        return new Parsed.Wrong("'" + between + "' has a brace that belongs to no part: a part is written {plant:2}.");
    }

    private static DateTimeFormatter formatter(String form) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < form.length()) {
            char letter = form.charAt(at);
            int length = 1;
            while (at + length < form.length() && form.charAt(at + length) == letter) {
                length++;
            }
            at += length;
            switch (letter) {
                case 'y' -> {
                    if (length == 2) {
                        builder.appendValueReduced(ChronoField.YEAR, 2, 2, CENTURY);
                    } else {
                        builder.appendValue(ChronoField.YEAR, length);
                    }
                }
                case 'M' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, length);
                case 'D' -> builder.appendValue(ChronoField.DAY_OF_YEAR, length);
                default -> builder.appendValue(ChronoField.DAY_OF_MONTH, length);
            }
        }
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The parts of a code by their names, in its order, a date as ISO 8601; empty when it is not made by this pattern. */
    public Optional<Map<String, String>> decode(String lotCode) {
        Matcher parts = code.matcher(lotCode);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, String> decoded = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String value = parts.group(i + 1);
            if (names.get(i).equals("date")) {
                try {
                    value = LocalDate.parse(value, date).toString();
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
            decoded.put(names.get(i), value);
        }
        return Optional.of(decoded);
    }

    @Override
    public String toString() {
        return text;
    }
}
