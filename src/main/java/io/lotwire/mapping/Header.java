package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TimePrecision;
import io.lotwire.mapping.Mapping.TimePlace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document says of itself.
 *
 * @param number its own number, {@code ""} when it has none
 * @param purpose what it means to do with what was said before
 * @param unknownPurpose the code for that, where the mapping does not know it; null where it does
 * @param time when it happened, null when it does not say
 * @param issues what is doubtful about that
 */
record Header(String number, Purpose purpose, Value unknownPurpose, EventTime time, List<Issue> issues) {

    /**
     * Reads a document's header.
     *
     * @param home where times are meant that state no zone, null when that is not known
     * @param trail is told where values were taken; null when nobody wants to know
     */
    static Header read(Loop root, Mapping mapping, ZoneId home, Trail trail) {
        List<Issue> issues = new ArrayList<>(0);
        EventTime time = time(root, mapping, home, issues, trail);
        Value code = purposeCode(root, mapping, trail);
        Purpose purpose =
                code == null ? Purpose.ORIGINAL : mapping.purpose().codes().get(code.text());
        return new Header(
                number(root, mapping, trail),
                purpose == null ? Purpose.ORIGINAL : purpose,
                purpose == null ? code : null,
                time,
                List.copyOf(issues));
    }

    private static String number(Loop root, Mapping mapping, Trail trail) {
        for (X12Path place : mapping.numbers()) {
            Optional<Value> value = place.first(root);
            if (value.isPresent()) {
                took(trail, "document.number", place, value.get());
                return value.get().text();
            }
        }
        return "";
    }

    /** The code that says what the document means to do; null when there is none. */
    private static Value purposeCode(Loop root, Mapping mapping, Trail trail) {
        X12Path at = mapping.purpose().at();
        Value code = at == null ? null : at.first(root).orElse(null);
        if (code != null) {
            took(trail, "purpose", at, code);
        }
        return code;
    }

    /** That of the first place that names a day; what stands at another and names none is a doubt. */
    private static EventTime time(Loop root, Mapping mapping, ZoneId home, List<Issue> issues, Trail trail) {
        List<Loop> levels = levelsWithTime(root);
        for (TimePlace place : mapping.times()) {
            for (int i = 0; i < levels.size(); i++) {
                Optional<Value> date = place.date().first(levels.get(i));
                if (date.isPresent()) {
                    List<Loop> around = levels.subList(i, levels.size());
                    TimeRead read =
                            Dates.eventTime(date.get(), text(around, place.time()), text(around, place.zone()), home);
                    if (read.issue() != null) {
                        issues.add(read.issue());
                    }
                    if (read.time() != null) {
                        took(trail, "eventTime", place.date(), date.get());
                        if (trail != null && read.time().precision() != TimePrecision.DATE) {
                            value(around, place.time()).ifPresent(trail::used);
                            value(around, place.zone()).ifPresent(trail::used);
                        }
                        return read.time();
                    }
                }
            }
        }
        return null;
    }

    /** The outermost level, then the header: what is said of the time is said of the whole document. */
    private static List<Loop> levelsWithTime(Loop root) {
        List<Loop> levels = new ArrayList<>(2);
        for (Loop inner : root.loops()) {
            if (inner.id().equals("HL")) {
                levels.add(inner);
                break;
            }
        }
        levels.add(root);
        return levels;
    }

    private static String text(List<Loop> loops, X12Path place) {
        return value(loops, place).map(Value::text).orElse("");
    }

    private static Optional<Value> value(List<Loop> loops, X12Path place) {
        for (Loop loop : place == null ? List.<Loop>of() : loops) {
            Optional<Value> value = place.first(loop);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static void took(Trail trail, String field, X12Path place, Value value) {
        if (trail != null) {
            trail.took(field, place, value);
        }
    }
}
