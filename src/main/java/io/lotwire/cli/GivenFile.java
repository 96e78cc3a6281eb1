package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lotwire.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * A file that a command takes as a whole or not at all.
 *
 * @param name as its user knows it; {@code -} is standard input
 */
record GivenFile(String name) {
    private static final String STANDARD_INPUT = "-";

    /** Whether it can be read; says on standard error when it cannot. */
    boolean isReadable(Installation installation) {
        boolean isReadable =
                name.equals(STANDARD_INPUT) || (Files.isReadable(Path.of(name)) && !Files.isDirectory(Path.of(name)));
        if (!isReadable) {
            installation.err().println(name + ": cannot be read: there is no such file, or permission is denied.");
        }
        return isReadable;
    }

    /** Its bytes from the first on. */
    InputStream open(Installation installation) throws IOException {
        return name.equals(STANDARD_INPUT)
                ? new FilterInputStream(installation.in()) {
                    @Override
                    public void close() {
                        // Standard input is not ours to close.
                    }
                }
                : Files.newInputStream(Path.of(name));
    }

    /** That nothing of it was taken, in words. */
    String refused(Collection<Problem> problems) {
        return name + ": nothing was taken: " + problems.size() + (problems.size() == 1 ? " problem" : " problems");
    }

    /** What is wrong with it, in JSON. */
    static void add(Collection<Problem> problems, ArrayNode all) {
        for (Problem problem : problems) {
            all.addObject()
                    .put("place", problem.place().toString())
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                    .put("code", problem.code().name())
                    .put("message", problem.message());
        }
    }
}
