package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.grammar.Grammar;
import java.util.Optional;

/** Whether a date, time or period of EDIFACT (element 2380) has the form that its format code (2379) says. */
final class DateForm {
    private final String form;
    private int year;
    private int month;
    private int day;
    private boolean afterHour;

    private DateForm(String form) {
        this.form = form;
    }

    /**
     * What is wrong with a value.
     *
     * @param code element 2379, such as {@code 102}
     * @return goes on after "which": {@code is not of the form CCYYMMDD (2379 is 102); send it so}; empty when nothing is
     *     wrong, or when the code's form is not known
     */
    static Optional<String> fault(String code, String value) {
        String form = Grammar.dateForm(code);
        if (form == null || fits(form, value)) {
            return Optional.empty();
        }
        return Optional.of("is not of the form " + form + " that format " + code
                + " asks for, or no such day or time exists; send it in that form");
    }

    private static boolean fits(String form, String value) {
        int hyphen = form.indexOf('-');
        if (hyphen < 0) {
            return new DateForm(form).takes(value);
        }
        return value.length() == form.length()
                && value.charAt(hyphen) == '-'
                && fits(form.substring(0, hyphen), value.substring(0, hyphen))
                && fits(form.substring(hyphen + 1), value.substring(hyphen + 1));
    }

    private boolean takes(String value) {
        if (value.length() != form.length()) {
            return false;
        }
        for (int at = 0; at < form.length(); at += 2) {
            if (form.charAt(at) == 'Z') {
                break;
            }
            String digits = value.substring(at, at + 2);
            if (!Digits.only(digits) || !takes(form.charAt(at), Integer.parseInt(digits))) {
                return false;
            }
        }
        return month == 0 || Calendar.isDayOf(year, month, Math.max(day, 1));
    }

    private boolean takes(char field, int number) {
        switch (field) {
            case 'C' -> year = number * 100;
            case 'Y' -> year = year == 0 ? 2000 + number : year + number;
            case 'D' -> {
                day = number;
                return number >= 1 && number <= 31;
            }
            case 'W' -> {
                return number >= 1 && number <= 53;
            }
            case 'H' -> {
                afterHour = true;
                return number <= 24;
            }
            case 'M' -> {
                return takesMonthOrMinute(number);
            }
            default -> {
                return number < 60;
            }
        }
        return true;
    }

    private boolean takesMonthOrMinute(int number) {
        if (afterHour) {
            return number < 60;
        }
        month = number;
        return number >= 1 && number <= 12;
    }
}
