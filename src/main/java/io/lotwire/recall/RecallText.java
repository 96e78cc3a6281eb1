package io.lotwire.recall;

import io.lotwire.lot.Word;
import io.lotwire.recall.Notice.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A recall for people: how far it is, who answered, and every step. */
public final class RecallText {
    private RecallText() {}

    /** In a line. */
    public static String line(Recall recall) {
        return title(recall) + ", opened " + recall.openedAt() + " by " + recall.openedBy()
                + recall.closedAt().map(at -> ", closed " + at).orElse("") + ": "
                + recall.scope().words() + ". " + recall.reason() + ". " + count(recall);
    }

    private static String title(Recall recall) {
        return (recall.drill() ? "Drill " : "Recall ") + recall.id();
    }

    /** How many are how far. */
    public static String count(Recall recall) {
        if (recall.notices().isEmpty()) {
            return "Nobody is to be told.";
        }
        Map<State, Integer> counts = new EnumMap<>(State.class);
        recall.notices().forEach(notice -> counts.merge(notice.state(recall.drill()), 1, Integer::sum));
        long overdue = recall.notices().stream()
                .filter(Notice::overdue)
                .filter(each -> each.answeredAt().isEmpty())
                .count();
        return counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + words(each.getKey()))
                        .collect(Collectors.joining(", ", recall.notices().size() + " to be told: ", ""))
                + (overdue == 0 ? "" : ", " + overdue + " overdue") + ".";
    }

    private static String words(State state) {
        return switch (state) {
            case BY_TELEPHONE -> "by telephone";
            case NOT_TOLD -> "not told";
            case DUE -> "on the way";
            case SENT -> "sent";
            case CONFIRMED -> "confirmed";
            case FAILED -> "FAILED";
            case ANSWERED -> "answered";
        };
    }

    /** With everyone who is to be told, and every step. */
    public static String whole(Recall recall, Instant now) {
        StringBuilder text = new StringBuilder(line(recall))
                .append("\n  Affected as known then: SHA-256 ")
                .append(recall.affectedSha256())
                .append("\n\n");
        for (Notice notice : recall.notices()) {
            text.append("  ").append(notice(recall, notice, now)).append('\n');
        }
        text.append(recall.notices().isEmpty() ? "" : "\n");
        for (Recall.Event event : recall.events()) {
            text.append("  ")
                    .append(event.at())
                    .append("  ")
                    .append(Word.of(event.did()))
                    .append(" by ")
                    .append(event.by())
                    .append(event.about().isEmpty() ? "" : ", " + event.about())
                    .append(event.note().isEmpty() ? "" : ": " + event.note())
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** One that is to be told, in a line. */
    private static String notice(Recall recall, Notice notice, Instant now) {
        State state = notice.state(recall.drill());
        String way = notice.sends() ? ", " + notice.format() + " over " + notice.wire() : "";
        String reminders = notice.sendings().size() > 1
                ? ", reminders " + (notice.sendings().size() - 1)
                : "";
        String late = notice.answerBy()
                .filter(by -> notice.answeredAt().isEmpty())
                .map(by -> now.isBefore(by) ? ", answer by " + by : ", ANSWER OVERDUE since " + by)
                .orElse("");
        return notice.name() + ": " + words(state) + way
                + (state == State.NOT_TOLD ? ", as no test is agreed with them" : "")
                + (state == State.BY_TELEPHONE && !notice.telephone().isEmpty() ? " " + notice.telephone() : "")
                + (notice.sure() ? "" : ", only possibly affected") + reminders + late;
    }
}
