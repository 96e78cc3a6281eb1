package io.lotwire.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** A golden sample: a folder that holds an input and, in the other files, all that must come of it. */
public interface Sample {
    /** The folder. */
    Path folder();

    /** True for a file that is no expectation, but goes in. */
    boolean isInput(String fileName);

    /**
     * Runs the input. Nothing of the machine or the day is in what comes out: the clock stands still, the file has the same
     * SHA-256 always, and a mapping has no version.
     *
     * @return file names and their content, a character a byte; files that would be empty are not there
     * @throws IOException when a file cannot be read
     */
    SortedMap<String, String> run() throws IOException;
}
