package io.lotwire.wire;

import io.lotwire.lot.Word;

/**
 * Where we put files.
 *
 * @param directory the directory that they look into
 * @param ifExists what is done when a file of the name is there, with other content
 */
public record DropOff(String directory, IfExists ifExists) {
    /** What is done when a file of the name is there already, with other content. */
    public enum IfExists {
        /** The new file takes its place. */
        OVERRIDE,
        /** The delivery fails, and is tried again until the file is gone. */
        REFUSE,
        /** The new file gets a number into its name. */
        NUMBER
    }

    /** What is done, for people. */
    public String inWords() {
        return "we put files into " + directory + ", renamed when they are whole; a file of the same name: "
                + Word.of(ifExists);
    }
}
