package io.lotwire.smooks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Finds where records stand in a file, by the byte that ends each. Asked for in the order of the file, it is read once. */
public final class RecordPlaces implements Closeable {
    private final FileBytes file;
    private final int end;
    private final int quote;
    private InputStream in;
    private long at;
    private int number;
    private Stretch last;

    /**
     * Bytes of a file.
     *
     * @param offset of the first, from 0
     * @param length how many, without line ends around them
     */
    record Stretch(long offset, int length) {}

    RecordPlaces(FileBytes file, Parameters parameters) {
        this.file = file;
        this.end = parameters.recordEnd();
        this.quote = parameters.quote();
    }

    /** The record of a number, counted from 1; the file's last one when it has fewer. */
    Stretch of(int wanted) throws IOException {
        if (in == null || wanted < number) {
            close();
            in = new BufferedInputStream(file.open());
            at = 0;
            number = 0;
            last = new Stretch(0, 1);
        }
        while (number < wanted && next()) {
            number++;
        }
        return last;
    }

    private boolean next() throws IOException {
        long first = -1;
        long afterLast = 0;
        boolean quoted = false;
        int read;
        while ((read = in.read()) >= 0) {
            at++;
            quoted ^= read == quote;
            if (read == end && !quoted) {
                last = first < 0 ? new Stretch(at - 1, 1) : new Stretch(first, (int) (afterLast - first));
                return true;
            }
            if (read != '\r' && read != '\n') {
                first = first < 0 ? at - 1 : first;
                afterLast = at;
            }
        }
        if (first >= 0) {
            last = new Stretch(first, (int) (afterLast - first));
        }
        return first >= 0;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
