package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read from a document.
 *
 * @param value what it is, null when it is not stated
 * @param issues what is doubtful about it
 */
record Read<T>(T value, List<Issue> issues) {
    Read {
        issues = List.copyOf(issues);
    }

    /** The same with another doubt. */
    Read<T> with(Issue doubt) {
        List<Issue> all = new ArrayList<>(issues);
        all.add(doubt);
        return new Read<>(value, all);
    }

    private static final Read<?> NOTHING = new Read<>(null, List.of());

    /** Not stated. */
    @SuppressWarnings("unchecked") // It holds nothing of any type.
    static <T> Read<T> nothing() {
        return (Read<T>) NOTHING;
    }
}
