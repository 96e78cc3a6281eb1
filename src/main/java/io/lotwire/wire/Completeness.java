package io.lotwire.wire;

import java.time.Duration;
import java.util.List;

/** How a file on a partner's server is known to be whole. */
public sealed interface Completeness {

    /**
     * It has not changed for a while.
     *
     * @param minAge how long its size and time must have stood still
     */
    record Unchanged(Duration minAge) implements Completeness {}

    /**
     * Another file beside it says so; it is deleted with it.
     *
     * @param name the other file's name, with <code>${file}</code> for the whole name of the file, or <code>${stem}</code>
     *     for the name without its extension
     */
    record DoneFile(String name) implements Completeness {}

    /**
     * It was renamed: whatever does not bear a temporary name is whole.
     *
     * @param temporary the names of files under way, with {@code *} and {@code ?}
     */
    record Renamed(List<String> temporary) implements Completeness {
        public Renamed {
            temporary = List.copyOf(temporary);
        }
    }
}
