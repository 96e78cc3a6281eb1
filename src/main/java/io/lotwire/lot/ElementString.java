package io.lotwire.lot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 element string: application identifiers and their data, as in a GS1-128 bar code (GS1 General Specifications, 3.2
 * and 7.8). Data of variable length ends at a FNC1, which is transmitted as GS (hexadecimal 1D), or at the end; where the
 * identifiers stand in round brackets, it also ends at the next bracket.
 *
 * @param data the data of each application identifier, in the order of the string
 */
public record ElementString(Map<String, String> data) {
    public static final String SSCC = "00";
    public static final String GTIN = "01";
    /** GTIN of the trade items that a logistic unit contains. */
    public static final String CONTENT = "02";

    public static final String SERIAL = "21";
    public static final String BATCH = "10";
    public static final String PRODUCED = "11";
    public static final String PACKED = "13";
    public static final String BEST_BEFORE = "15";
    public static final String EXPIRES = "17";
    /** Expiry with the time of the day, as YYMMDDHHMM. */
    public static final String EXPIRES_AT = "7003";
    /** A day, or two that are a period. */
    public static final String HARVESTED = "7007";
    /** How many trade items a logistic unit contains. */
    public static final String COUNT = "37";
    /** How many pieces an item of variable measure has. */
    public static final String PIECES = "30";
    /** Where goods are shipped to, by its GLN. */
    public static final String SHIP_TO = "410";
    /** A place, by its GLN. */
    public static final String LOCATION = "414";
    /** Where goods were produced, by its GLN. */
    public static final String PRODUCED_AT = "416";

    private static final String KILOGRAMS = "310";
    private static final String POUNDS = "320";

    /** The characters of a batch code beside letters and digits (figure 7.11-1, set 82). */
    private static final String SET_82 = "!\"%&'()*+,-./:;<=>?_";

    public ElementString {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /**
     * Reads an element string as it was scanned or as people write it: with a symbology identifier before it, brackets
     * around identifiers, blanks between groups, or a word such as {@code <GS>} where FNC1 was. Empty when it is none, or
     * holds an identifier whose length is not known.
     */
    public static Optional<ElementString> parse(String text) {
        Map<String, String> data = ElementStringReading.read(text);
        return data.isEmpty() ? Optional.empty() : Optional.of(new ElementString(data));
    }

    /** The data of an application identifier; {@code ""} when the string has none. */
    public String get(String identifier) {
        return data.getOrDefault(identifier, "");
    }

    /** The GTIN of the trade item, or of those in the logistic unit; {@code ""} when the string has none. */
    public String gtin() {
        return data.getOrDefault(GTIN, get(CONTENT));
    }

    /**
     * Why the batch code may be misread: it ends as the next identifier with its data would, or holds what no batch code
     * can. {@code ""} when nothing speaks against it.
     */
    public String batchDoubt() {
        String code = get(BATCH);
        String tail = LostSeparator.tail(code);
        if (!tail.isEmpty()) {
            return "Lot '" + code + "' ends in '" + tail + "', which looks like identifier " + tail.substring(0, 2)
                    + " with its data: a FNC1 may have been lost behind '"
                    + code.substring(0, code.length() - tail.length())
                    + "'. Ask the sender for the lot, and for bar codes with their FNC1.";
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean fits = (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || SET_82.indexOf(c) >= 0;
            if (!fits) {
                return "Lot '" + code + "' holds '" + c
                        + "', which identifier 10 of a GS1 element string cannot: it may be misread. Ask the sender for"
                        + " the lot.";
            }
        }
        return "";
    }

    /** Whether the batch code ends as the next identifier with its data would: a FNC1 may have been lost in it. */
    public boolean mayHaveLostFnc1() {
        return !LostSeparator.tail(get(BATCH)).isEmpty();
    }

    /** The string as people write it, each identifier in round brackets. */
    public String inBrackets() {
        StringBuilder text = new StringBuilder();
        data.forEach((identifier, value) ->
                text.append('(').append(identifier).append(')').append(value));
        return text.toString();
    }

    /** The net weight (identifiers 310n and 320n, where n is the number of decimals: section 3.6); null when there is none. */
    public Quantity netWeight() {
        for (Map.Entry<String, String> entry : data.entrySet()) {
            String identifier = entry.getKey();
            if (isNetWeight(identifier)) {
                boolean metric = identifier.startsWith(KILOGRAMS);
                int decimals = identifier.charAt(3) - '0';
                BigDecimal value = new BigDecimal(entry.getValue()).movePointLeft(decimals);
                return new Quantity(value, metric ? "KG" : "LB", null);
            }
        }
        return null;
    }

    /** True for the identifiers of the net weight. */
    public static boolean isNetWeight(String identifier) {
        return identifier.length() == 4 && (identifier.startsWith(KILOGRAMS) || identifier.startsWith(POUNDS));
    }

    /**
     * A date (YYMMDD; years 00 to 79 are of this century, and day 00 means the last one of the month: GS1 General
     * Specifications, 3.4); empty when there is none, or no such day.
     */
    public Optional<LocalDate> date(String identifier) {
        String text = get(identifier);
        return switch (identifier) {
            case EXPIRES_AT ->
                text.length() == 10 && isTime(text.substring(6)) ? day(text.substring(0, 6)) : Optional.empty();
            case HARVESTED ->
                text.length() == 12 && text.startsWith(text.substring(6)) ? day(text.substring(6)) : day(text);
            default -> day(text);
        };
    }

    private static boolean isTime(String text) {
        return text.matches("(?:[01][0-9]|2[0-3])[0-5][0-9]");
    }

    /** The day that six digits name; empty when they name none. */
    static Optional<LocalDate> day(String text) {
        if (text.length() != 6 || !ApplicationIdentifiers.isDigits(text)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(0, 2));
        int day = Integer.parseInt(text.substring(4));
        try {
            YearMonth month = YearMonth.of(year + (year < 80 ? 2000 : 1900), Integer.parseInt(text.substring(2, 4)));
            return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
