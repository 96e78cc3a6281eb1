package io.lotwire.bench.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one file with our reader and prints its lots: run in a process of its own with a small heap. */
final class LargeSetProbe {
    private LargeSetProbe() {}

    /** Reads the file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            System.out.println(new LotwireReader().read(in));
        }
    }
}
