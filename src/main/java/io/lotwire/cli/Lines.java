package io.lotwire.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output as lines of UTF-8. */
final class Lines {
    private Lines() {}

    static PrintStream of(Installation installation) {
        return new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
    }
}
