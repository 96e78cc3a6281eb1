package io.lotwire.cli;

import io.lotwire.compliance.Check;
import io.lotwire.compliance.CheckReport;
import io.lotwire.compliance.MissingElement;
import io.lotwire.compliance.Statement;
import io.lotwire.compliance.Waiver;
import io.lotwire.lot.LotEvent;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A check for people: a line for each element that is missing, then a table of scores. */
final class CheckText implements CheckReport {
    /** Nobody reads more; the rest is counted, and JSON has it all. */
    private static final int MOST_LINES = 1_000;

    private final PrintStream out;
    private final String enforcement;
    private long lines;

    CheckText(OutputStream stream, String enforcement) {
        this.out = new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
        this.enforcement = enforcement;
    }

    @Override
    public void missing(Statement statement, MissingElement missing, Optional<Waiver> waiver) {
        lines++;
        if (lines <= MOST_LINES) {
            LotEvent event = statement.event();
            out.println(printable(event.source().partner() + " "
                    + event.source().document() + " "
                    + statement.documentNumber() + ", byte " + event.source().offset() + ": "
                    + statement.kind().title()
                    + (event.lot() == null ? "" : " of lot " + event.lot().code()) + " lacks "
                    + missing.element().words() + " (" + missing.element().paragraph() + "): " + missing.words()
                    + waiver.map(one -> "; waived by " + one.by() + " until " + one.endsOn() + ": " + one.reason())
                            .orElse("")));
        }
    }

    @Override
    public void scores(List<Check.Score> scores) {
        if (lines > MOST_LINES) {
            out.println("And " + (lines - MOST_LINES) + " more lines; --json prints all.");
        }
        if (lines > 0) {
            out.println();
        }
        if (scores.isEmpty()) {
            out.println("No event that was asked for is a critical tracking event.");
        } else {
            String form = "%5s  %-30s  %-10s  %8s  %8s  %8s  %8s%n";
            out.printf(form, "score", "partner", "document", "events", "wanted", "missing", "waived");
            for (Check.Score score : scores) {
                out.printf(
                        form,
                        score.percent() + " %",
                        printable(score.partner()),
                        printable(score.document()),
                        score.events(),
                        score.wanted(),
                        score.missing(),
                        score.waived());
            }
        }
        out.println(enforcement);
    }

    /** What partners send does not steer the terminal. */
    private static String printable(String text) {
        StringBuilder good = new StringBuilder(text.length());
        text.codePoints().forEach(c -> good.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return good.toString();
    }

    @Override
    public void close() {
        out.flush();
    }
}
