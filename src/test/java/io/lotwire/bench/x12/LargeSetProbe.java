package io.lotwire.bench.x12;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one file with our reader and prints its lots: run in a process of its own with a small heap. */
final class LargeSetProbe {
    private LargeSetProbe() {}

    /** Reads the file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(new LotwireReader().read(Path.of(arguments[0])));
    }
}
