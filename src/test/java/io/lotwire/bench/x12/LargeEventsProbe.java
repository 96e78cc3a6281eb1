package io.lotwire.bench.x12;

import java.io.IOException;
import java.nio.file.Path;

/** Translates one file and prints the lots of its events: run in a process of its own with a small heap. */
final class LargeEventsProbe {
    private LargeEventsProbe() {}

    /** Translates the file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(new LotwireEvents().read(Path.of(arguments[0])));
    }
}
