package io.lotwire.alert;

import io.lotwire.lot.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Alerts in words. */
public final class AlertText {
    private AlertText() {}

    /**
     * What is sent; the first line is its subject.
     *
     * @param doubts its doubts, or the first of them
     * @param step which step it is told by, from 1
     */
    static String message(Alert alert, List<Doubt> doubts, int step) {
        List<String> lines = new ArrayList<>();
        lines.add("Lot alert " + alert.id() + ": " + String.join(", ", alert.codes()) + " in "
                + alert.subject().words());
        lines.add("");
        if (step > 1) {
            lines.add("Nobody has taken this alert since " + alert.openedAt() + ".");
            lines.add("");
        }
        doubts.forEach(doubt -> lines.add("- " + line(doubt)));
        if (alert.doubts() > doubts.size()) {
            lines.add("- and " + (alert.doubts() - doubts.size()) + " more: lotwire alerts show " + alert.id());
        }
        lines.add("");
        lines.add("Take it, so that nobody else is told: lotwire alerts take " + alert.id());
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(Doubt doubt) {
        return doubt.code() + ": " + doubt.message();
    }

    /** One in a line, for a list. */
    public static String line(Alert alert) {
        return alert.id() + "  " + Word.of(alert.state()) + "  " + alert.openedAt() + "  "
                + String.join(", ", alert.codes()) + " in " + alert.subject().words()
                + (alert.doubts() == 1 ? "" : " (" + alert.doubts() + " doubts)");
    }

    /** One with all that is known of it. */
    public static List<String> lines(
            Alert alert, List<Doubt> doubts, List<Alert.Step> steps, List<Alert.Event> events) {
        List<String> lines = new ArrayList<>();
        lines.add(line(alert));
        lines.add("  by " + alert.rule());
        doubts.forEach(doubt -> lines.add("  " + line(doubt)));
        if (alert.doubts() > doubts.size()) {
            lines.add("  and " + (alert.doubts() - doubts.size()) + " more: --json shows all");
        }
        for (Alert.Step step : steps) {
            lines.add("  tell " + step.partner() + " over " + step.wire() + " as " + step.format()
                    + (step.delivery() > 0
                            ? ": delivery " + step.delivery() + ", " + step.delivered()
                            : ", when nobody has taken it by " + step.dueAt()));
        }
        for (Alert.Event event : events) {
            lines.add("  " + event.at() + " " + Word.of(event.did()) + " by " + event.by()
                    + (event.note().isEmpty() ? "" : ": " + event.note()));
        }
        return lines;
    }
}
