package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.Unless;
import io.lotwire.problem.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what stands at the place of a lot, but is none of the goods. */
final class LotPlaces {
    /** A day of this century as CCYYMMDD, perhaps with hyphens; shorter forms cannot be told from lots. */
    private static final Pattern DAY = Pattern.compile("(20\\d{2})(-?)(\\d{2})\\2(\\d{2})");

    private LotPlaces() {}

    /**
     * Why a value is no lot of the goods; null where it may be one.
     *
     * @param path the number of its place
     * @param line the loop of the goods
     */
    static Issue noLot(Plan plan, int path, Value value, Loop line) {
        LotPlace place = plan.lot(path);
        if (place.mayBeDate() && isDay(place.code(value.text()))) {
            return issue("'" + value.text() + "' at " + plan.path(path) + " (segment "
                    + value.segment().number()
                    + ") is a date, so it is not taken for a lot: where it is their lot, list the place in the profile's"
                    + " override without 'mayBeDate'.");
        }
        Unless unless = place.unless();
        if (unless == null) {
            return null;
        }
        String code = BesideReader.text(unless.at(), value, line);
        return unless.codes().contains(code)
                ? issue("Lot '" + place.code(value.text()) + "' (segment "
                        + value.segment().number() + ") is named with code " + code
                        + ", which says that it did not come.")
                : null;
    }

    private static Issue issue(String message) {
        return new Issue(IssueCode.LOT_MISSING, Severity.WARNING, message);
    }

    private static boolean isDay(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
