package io.lotwire.x12;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads X12 files of any size: one or more interchanges, one transaction set in memory at a time.
 *
 * <p>Bad input never throws: what is wrong is a problem of the transaction set, group, interchange or file that it is
 * in, and reading goes on with what comes after. Delimiters come from each ISA. These are taken as they come: line ends
 * or blanks after terminators, blank lines, a byte order mark, lines wrapped at 80 columns, TA1 and ISB/ISE before the
 * first group.
 */
public final class InterchangeReader {
    private final Limits limits;

    /** A reader with {@link Limits#USUAL}. */
    public InterchangeReader() {
        this(Limits.USUAL);
    }

    /** A reader with these limits. */
    public InterchangeReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file to its end.
     *
     * @param file its name, for the places of problems
     * @param in its bytes; the caller closes it
     * @param handler takes what is found
     * @throws IOException when the stream cannot be read, never because of what is in it
     */
    public void read(String file, InputStream in, InterchangeHandler handler) throws IOException {
        new FileReading(file, ByteSource.of(in), limits, handler).run();
    }
}
