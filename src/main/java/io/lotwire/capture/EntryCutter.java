package io.lotwire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a file into its JSON values: lines (a value a line; blank lines do not count), a list, or one object over several lines. It
 * holds one value at a time, and of one that is too large only its begin.
 */
final class EntryCutter {
    private final CountedInput in;
    private final EntryBytes bytes = new EntryBytes();
    private Form form = Form.UNKNOWN;
    private int count;
    private boolean ended;

    /** How the values stand in the file. */
    private enum Form {
        UNKNOWN,
        LINES,
        LIST,
        /** Objects over several lines each. */
        OBJECTS
    }

    /** Something else stands where a value, a comma or the end should: nothing more can be told apart. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Entry at;

        Broken(Entry at, String sentence) {
            super(sentence, null, false, false);
            this.at = at;
        }

        Entry at() {
            return at;
        }
    }

    EntryCutter(InputStream file) throws IOException {
        this.in = new CountedInput(file);
    }

    /**
     * The next value.
     *
     * @return empty at the end of the file
     * @throws Broken when no further value can be told
     */
    Optional<Entry> next() throws IOException, Broken {
        in.passBlanks();
        if (form == Form.UNKNOWN) {
            form = in.peek() == '[' ? Form.LIST : Form.LINES;
            if (form == Form.LIST) {
                in.pass();
                in.passBlanks();
            }
        } else if (form == Form.LIST && !ended) {
            passComma();
        }
        if (ended || in.peek() == CountedInput.END || (form == Form.LIST && in.peek() == ']')) {
            end();
            return Optional.empty();
        }
        return Optional.of(form == Form.LIST ? ofList() : ofLine());
    }

    private void passComma() throws IOException, Broken {
        if (in.peek() == ',') {
            in.pass();
            in.passBlanks();
            if (in.peek() == ']') {
                throw broken("A comma stands before the end of the list: take it away.");
            }
        } else if (in.peek() != ']' && in.peek() != CountedInput.END) {
            throw broken("No comma stands behind the object before: put one there.");
        }
    }

    private void end() throws IOException, Broken {
        if (ended || form != Form.LIST) {
            ended = true;
            return;
        }
        ended = true;
        if (in.peek() == CountedInput.END) {
            throw broken("The list has no end: the file was cut off, so send all of it.");
        }
        in.pass();
        in.passBlanks();
        if (in.peek() != CountedInput.END) {
            throw broken("Something stands behind the end of the list: take it away.");
        }
    }

    private Broken broken(String sentence) {
        ended = true;
        return new Broken(new Entry(Math.max(1, count), true, in.offset(), 0, Optional.empty()), sentence);
    }

    private Entry ofList() throws IOException {
        count++;
        long begin = in.offset();
        bytes.begin();
        while (in.peek() != CountedInput.END && !(bytes.isWhole() && endsWord(in.peek()))) {
            int c = in.peek();
            bytes.add(c);
            in.pass();
            if ((c == '}' || c == ']') && bytes.isWhole()) {
                break;
            }
        }
        return new Entry(count, true, begin, bytes.length(), bytes.toArray());
    }

    /** What ends a value that is no object. */
    private static boolean endsWord(int c) {
        return c == ',' || c == ']' || CountedInput.isBlank(c);
    }

    private Entry ofLine() throws IOException {
        long begin = in.offset();
        int line = in.line();
        bytes.begin();
        while (in.peek() != CountedInput.END && !(in.peek() == '\n' && endsAtLine())) {
            bytes.add(in.peek());
            in.pass();
        }
        count++;
        return new Entry(line, false, begin, bytes.length(), bytes.toArray());
    }

    /** An object goes over several lines when the first one does, and that is not just cut off. */
    private boolean endsAtLine() {
        if (bytes.isWhole()) {
            return true;
        }
        if (form == Form.LINES && count == 0 && "{[,:".indexOf(bytes.last()) >= 0) {
            form = Form.OBJECTS;
        }
        return form != Form.OBJECTS;
    }
}
