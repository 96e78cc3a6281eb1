package io.lotwire.cli;

import io.lotwire.compliance.request.Request;
import io.lotwire.lot.Word;
import java.time.Instant;

/** A request for people. */
final class RequestText {
    private RequestText() {}

    /** In a line. */
    static String line(Request request, Instant now) {
        return "Request " + request.id() + ", due " + request.dueAt() + " (" + request.timeLeft(now) + "): "
                + request.what() + ", asked by " + request.askedBy() + "; "
                + request.selection().words();
    }

    /** With every step. */
    static String whole(Request request, Instant now) {
        StringBuilder text = new StringBuilder(line(request, now));
        for (Request.Step step : request.steps()) {
            text.append("\n  ")
                    .append(step.at())
                    .append("  ")
                    .append(Word.of(step.did()))
                    .append(" by ")
                    .append(step.by())
                    .append(step.note().isEmpty() ? "" : ": " + step.note())
                    .append(step.sha256().isEmpty() ? "" : ", SHA-256 " + step.sha256());
        }
        return text.toString();
    }
}
