package io.lotwire.cli;

import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import io.lotwire.replay.EventDifference;
import io.lotwire.replay.FieldChange;
import io.lotwire.replay.FileReplay;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A replay for people: each file that something would be otherwise in, and at the end a line for each partner. */
final class ReplayText implements ReplayReport {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final PrintStream out;
    private final SortedMap<String, Count> counts = new TreeMap<>();

    ReplayText(PrintStream out) {
        this.out = out;
    }

    /** What is counted of a partner's files. */
    private record Count(int files, int same, int changed, int fresh, int gone) {
        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count and(FileReplay file) {
            int changed = count(file, EventDifference.Changed.class);
            int fresh = count(file, EventDifference.New.class);
            int gone = count(file, EventDifference.Gone.class);
            return new Count(
                    files + 1, same + file.same(), this.changed + changed, this.fresh + fresh, this.gone + gone);
        }

        private static int count(FileReplay file, Class<? extends EventDifference> kind) {
            return (int) file.differences().stream().filter(kind::isInstance).count();
        }
    }

    @Override
    public void file(FileReplay file) {
        counts.merge(
                file.file().partner(),
                Count.NONE.and(file),
                (all, one) -> new Count(
                        all.files + one.files,
                        all.same + one.same,
                        all.changed + one.changed,
                        all.fresh + one.fresh,
                        all.gone + one.gone));
        if (file.differences().isEmpty()) {
            return;
        }
        String name = file.file().fileName();
        line((name.isEmpty() ? "A message" : name) + " of " + file.file().partner() + ", "
                + MOMENT.format(file.file().receivedAt()) + " (inbox "
                + file.file().id() + ")");
        file.differences().forEach(this::difference);
        file.problems().stream().filter(Problem::isError).forEach(problem -> line("  " + problem));
    }

    private void difference(EventDifference difference) {
        if (difference instanceof EventDifference.New now) {
            line("  + " + words(now.now()));
        } else if (difference instanceof EventDifference.Gone gone) {
            line("  - " + words(gone.before()));
        } else if (difference instanceof EventDifference.Changed changed) {
            line("  ~ " + words(changed.before()));
            for (FieldChange change : changed.changes()) {
                line("      " + change.path() + ": " + said(change.before()) + " -> " + said(change.now()));
            }
        }
    }

    /** What partners send must not steer the terminal. */
    private void line(String text) {
        out.println(text.replaceAll("\\p{Cntrl}", "?"));
    }

    private static String said(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    private static String words(LotEvent event) {
        String lot = event.lot() == null ? "no lot" : "lot " + event.lot().code();
        String quantity = event.quantity() == null
                ? ""
                : ", " + event.quantity().value().toPlainString() + " "
                        + event.quantity().unit();
        return "set " + event.source().transaction() + ", segment "
                + event.source().segment() + ": " + event.type().name().toLowerCase(Locale.ROOT) + " " + lot + quantity;
    }

    @Override
    public void end() {
        counts.forEach((partner, count) -> out.printf(
                "%s: %d %s; %d lot events as they are, %d changed, %d new, %d gone%n",
                partner,
                count.files,
                count.files == 1 ? "file" : "files",
                count.same,
                count.changed,
                count.fresh,
                count.gone));
        if (counts.isEmpty()) {
            out.println("Nothing was received in this time.");
        }
        out.println("A dry run: nothing was sent, stored or numbered.");
        out.flush();
    }
}
