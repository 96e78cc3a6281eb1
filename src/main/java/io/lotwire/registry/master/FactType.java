package io.lotwire.registry.master;

import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fact may say: how it is written in files, and how it is kept. */
public enum FactType {
    /** Any text, kept to the character. */
    TEXT("text", "a text", Optional::of),
    /** A text that tells records apart, for which an index must have room. */
    KEY("text", "a text of at most " + FactType.LONGEST_KEY + " characters", FactType::key),
    /** A day, a month where no day is known, or a time; as lot events have them. */
    DATE("text", "a day that exists, such as 2026-12-31", FactType::date),
    GTIN("text", "a GTIN: 8, 12, 13 or 14 digits with a good check digit", FactType::gtin),
    GLN("text", "a GLN: 13 digits with a good check digit", FactType::gln),
    DUNS("text", "a D-U-N-S number: nine digits, no hyphens", FactType::duns),
    /** Somebody's number of a product, with whose it is: {@code vendor:RH-24}. */
    NUMBER("text", "a scheme and a number, such as vendor:RH-24", FactType::number),
    LOT_KIND("text", "one of " + words(LotKind.values()), FactType::lotKind),
    PARTY_KIND("text", "company or location", FactType::partyKind),
    TIME_ZONE("text", "a zone of the IANA database, such as America/Chicago", FactType::timeZone),
    COUNT("int", "a whole number from 0 to 99999", FactType::count),
    DECIMAL("numeric", "a number such as 12.5", FactType::decimal),
    /** Numbers of a product, as {@link #NUMBER}. */
    NUMBERS(FactType.LIST, "a scheme and a number each, such as vendor:RH-24", FactType::number),
    /** How many of a unit are in another: a case that holds twelve is {@code CA:12EA}. */
    UNITS(FactType.LIST, "a unit and what it holds each, such as CA:12EA for twelve in a case", FactType::unit),
    /** Words without blanks. */
    WORDS(FactType.LIST, "words of letters, digits and hyphens", FactType::word);

    /** So many characters, in the worst case of four bytes each, fit into an index of PostgreSQL. */
    static final int LONGEST_KEY = 600;

    private static final String LIST = "jsonb";
    private static final Pattern NUMBER_FORM = Pattern.compile("[^\\s:]+:.+", Pattern.DOTALL);
    private static final Pattern UNIT_FORM = Pattern.compile("[A-Z0-9]{1,3}:[0-9]{1,9}(\\.[0-9]{1,6})?[A-Z0-9]{2,3}");
    private static final Pattern DECIMAL_FORM = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final Pattern DATE_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?)?");
    private static final Pattern DUNS_FORM = Pattern.compile("[0-9]{9}");
    private static final Pattern COUNT_FORM = Pattern.compile("[0-9]{1,5}");
    private static final Pattern WORD_FORM = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final int DAY_LENGTH = 10;

    private final String sqlType;
    private final String wanted;
    private final Function<String, Optional<String>> reading;

    FactType(String sqlType, String wanted, Function<String, Optional<String>> reading) {
        this.sqlType = sqlType;
        this.wanted = wanted;
        this.reading = reading;
    }

    /** The type of its column. */
    public String sqlType() {
        return sqlType;
    }

    /** Whether it has several entries. */
    public boolean isList() {
        return sqlType.equals(LIST);
    }

    /** What it may say, in words behind "must be". */
    public String wanted() {
        return wanted;
    }

    /** What is kept of a text, or of an entry of a list; empty when it is not what is wanted. */
    public Optional<String> kept(String written) {
        return reading.apply(written);
    }

    /** How what is kept is written. */
    public String written(String kept) {
        return this == LOT_KIND ? Word.of(LotKind.valueOf(kept)) : kept;
    }

    private static String words(Enum<?>[] constants) {
        return Stream.of(constants).map(Word::of).collect(Collectors.joining(", "));
    }

    private static Optional<String> key(String text) {
        return only(text.length() <= LONGEST_KEY, text);
    }

    private static Optional<String> gtin(String text) {
        return Gtin.parse(text.strip()).map(Gtin::digits);
    }

    private static Optional<String> gln(String text) {
        return Gln.parse(text.strip()).map(Gln::digits);
    }

    private static Optional<String> duns(String text) {
        return only(DUNS_FORM.matcher(text.strip()).matches(), text.strip());
    }

    private static Optional<String> number(String text) {
        return only(NUMBER_FORM.matcher(text).matches() && text.length() <= LONGEST_KEY, text);
    }

    private static Optional<String> unit(String text) {
        return only(UNIT_FORM.matcher(text).matches(), text);
    }

    private static Optional<String> word(String text) {
        return only(WORD_FORM.matcher(text).matches(), text);
    }

    private static Optional<String> lotKind(String text) {
        return Word.constant(LotKind.class, text.strip()).map(Enum::name);
    }

    private static Optional<String> partyKind(String text) {
        return only(text.equals("company") || text.equals("location"), text);
    }

    private static Optional<String> count(String text) {
        return only(COUNT_FORM.matcher(text.strip()).matches(), text.strip())
                .map(digits -> Integer.valueOf(digits).toString());
    }

    private static Optional<String> decimal(String text) {
        return only(DECIMAL_FORM.matcher(text.strip()).matches(), text.strip())
                .map(number -> plain(new BigDecimal(number)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> timeZone(String text) {
        return only(ZoneId.getAvailableZoneIds().contains(text.strip()), text.strip());
    }

    private static Optional<String> date(String text) {
        String date = text.strip();
        if (!DATE_FORM.matcher(date).matches()) {
            return Optional.empty();
        }
        String day = date.length() < DAY_LENGTH ? date + "-01" : date.substring(0, DAY_LENGTH);
        try {
            LocalDate.parse(day);
            return Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> only(boolean good, String text) {
        return good ? Optional.of(text) : Optional.empty();
    }
}
