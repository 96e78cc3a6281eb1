package io.lotwire.wire;

import java.util.List;

/**
 * Where we fetch files.
 *
 * @param directory the directory that they put files in
 * @param patterns names of the files to fetch, with {@code *} and {@code ?}
 * @param completeness how a file is known to be whole
 * @param archive the directory that a fetched file is moved to, relative to {@code directory}; {@code ""} when it is deleted
 * @param schedule when we look
 */
public record PickUp(
        String directory, List<String> patterns, Completeness completeness, String archive, PollSchedule schedule) {
    public PickUp {
        patterns = List.copyOf(patterns);
    }

    /** What is done, for people. */
    public String inWords() {
        return "we fetch " + String.join(", ", patterns) + " from " + directory
                + (archive.isEmpty() ? ", and delete them" : ", and move them to " + archive);
    }
}
