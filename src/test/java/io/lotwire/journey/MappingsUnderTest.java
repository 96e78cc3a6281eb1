package io.lotwire.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the repository's mappings, to be changed. */
final class MappingsUnderTest {
    private MappingsUnderTest() {}

    /** Copies them to a folder that is not there yet, and answers it. */
    static Path copy(Path to) throws IOException {
        Path from = GatewayUnderTest.HOME.resolve("mappings");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
