package io.lotwire.cli;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints for people how events were made: a block of lines an event, and what was not mapped at the end of each set. */
final class ExplanationText implements Explanation {
    private final String file;
    private final PrintStream out;

    ExplanationText(String file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    @Override
    public void event(LotEvent event, List<Taken> taken) {
        out.println(
                file + ": " + event.source().document() + " " + event.source().transaction() + ", "
                        + (event.lot() == null
                                ? "an item without a lot"
                                : "lot " + printable(event.lot().code())) + ", by "
                        + event.source().mapping());
        for (Taken each : taken) {
            out.printf(
                    Locale.ROOT,
                    "  %-26s %-22s from %-18s %s%n",
                    each.field(),
                    printable(each.value()),
                    each.place(),
                    place(each.segment()) + ": " + printable(each.segment()));
        }
        event.issues().forEach(issue -> out.println("  " + issue.code() + ": " + printable(issue.message())));
    }

    @Override
    public void notMapped(TransactionSet set, List<NotMapped> places) {
        out.println(file + ": " + set.id() + " " + set.controlNumber() + ", "
                + (places.isEmpty() ? "everything was mapped" : "not mapped:"));
        for (NotMapped each : places) {
            String often = each.count() == 1 ? "once, in " : each.count() + " times, first in ";
            out.println("  " + each.place() + ", " + often + place(each.first()) + ": " + printable(each.value()));
        }
    }

    private static String place(Segment segment) {
        return "segment " + segment.number() + ", byte " + segment.offset();
    }

    /** A partner's text must not steer the terminal. */
    private static String printable(Object text) {
        return text.toString().replaceAll("\\p{Cntrl}", "?");
    }
}
