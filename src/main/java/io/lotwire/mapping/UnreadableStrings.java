package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells what stands at the place of a GS1 element string and is none: it may name a lot, so it is never passed over. */
final class UnreadableStrings {
    private final Plan plan;

    UnreadableStrings(Plan plan) {
        this.plan = plan;
    }

    /** False for a loop that has no segment which could hold one. */
    boolean mayBeIn(Loop loop) {
        for (String segment : plan.elementStrings()) {
            if (loop.segment(segment).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A doubt for each in the loop of these goods or a loop around it. */
    List<Issue> around(Scope goods) {
        List<Issue> doubts = List.of();
        for (Scope at = goods.nearest(Plan.UNREADABLE); at != null; at = nearestAround(at)) {
            doubts = doubts.isEmpty() ? new ArrayList<>() : doubts;
            List<Issue> all = doubts;
            each(at, value -> all.add(doubt(value)));
        }
        return doubts;
    }

    private static Scope nearestAround(Scope scope) {
        return scope.around() == null ? null : scope.around().nearest(Plan.UNREADABLE);
    }

    /** Goes to those that the loop itself holds. */
    void each(Scope scope, Consumer<Value> unreadable) {
        PathFindings found = scope.found();
        Value last = null;
        for (int i = 0; i < found.count(); i++) {
            Value value = found.value(i);
            // The places of lots, items and units may be the same one.
            boolean again = last != null
                    && last.segment().position() == value.segment().position()
                    && last.element() == value.element();
            if (!again
                    && plan.holdsElementString(found.path(i))
                    && ElementString.parse(value.text()).isEmpty()) {
                unreadable.accept(value);
                last = value;
            }
        }
    }

    /** What is wrong with one. */
    static Issue doubt(Value value) {
        return new Issue(IssueCode.ELEMENT_STRING_INVALID, Severity.WARNING, sentence(value));
    }

    /** The same in words. */
    static String sentence(Value value) {
        return "'" + value.text() + "' in segment " + value.segment().number()
                + " is no GS1 element string: application identifiers and their data are wanted, as"
                + " in (00)006141411234567890(10)AB-1.";
    }
}
