package io.lotwire.parked;

import io.lotwire.ledger.StoredProblem;
import io.lotwire.lot.Word;
import java.util.ArrayList;
import java.util.List;

/** Parked things in words, in lines. */
public final class ParkedText {
    private ParkedText() {}

    /** One in a line, for a list. */
    public static String line(ParkedThing thing) {
        return printable(
                thing.id() + "  " + thing.since() + "  " + thing.cause().code() + "  " + thing.partner() + ": "
                        + thing.what() + (thing.dismissed() ? " (dismissed)" : ""));
    }

    /**
     * That something was done about one.
     *
     * @param did what, in a word
     */
    public static String done(ParkedThing thing, String did) {
        return printable(thing.id() + " is " + did + ": " + thing.what() + ", " + thing.partner());
    }

    /** One with all that is known of it. */
    public static List<String> lines(ParkedDetail detail) {
        ParkedThing thing = detail.thing();
        Remedy remedy = Remedy.of(thing.cause().code());
        List<String> lines = new ArrayList<>();
        lines.add(line(thing));
        lines.add("  why: " + thing.cause().sentence());
        for (StoredProblem problem : detail.problems()) {
            lines.add("  " + problem.severity() + " " + problem.code()
                    + (problem.place().isEmpty() ? "" : " at " + problem.place()) + ": " + problem.message());
        }
        lines.add("  what to do: " + remedy.words() + "; then lotwire parked "
                + (remedy.releases() ? "release " : "dismiss ") + thing.id());
        for (ParkedStep step : detail.steps()) {
            lines.add("  " + step.at() + "  " + did(step) + " by " + step.by()
                    + (step.note().isEmpty() ? "" : ": " + step.note()));
        }
        return lines.stream().map(ParkedText::printable).toList();
    }

    /** What partners send does not steer the terminal. */
    private static String printable(String text) {
        StringBuilder good = new StringBuilder(text.length());
        text.codePoints().forEach(c -> good.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return good.toString();
    }

    /** Such as {@code released}. */
    static String did(ParkedStep step) {
        return Word.of(step.did());
    }
}
