package io.lotwire.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder {@code src/test/resources/smooks/NAME/CASE} has an {@code in.txt} and what {@code mappings/smooks/NAME} makes
 * of it: {@code events.ndjson} or {@code problems.txt}. {@code -Dgolden.write=true} writes what is missing.
 */
class SmooksGoldenSamplesTest {
    private static final Path CASES = Path.of("src/test/resources/smooks");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.walk(CASES, 2)) {
            return folders.filter(folder -> Files.exists(folder.resolve("in.txt"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aFileGivesTheLotEventsOfItsGoldenSample(Path folder) throws IOException {
        String mapping = SmooksMapping.PREFIX + folder.getParent().getFileName();

        SmooksSamples.Made made = SmooksSamples.translate(mapping, folder.resolve("in.txt"));

        compare(folder.resolve("events.ndjson"), String.join("", made.events()));
        compare(folder.resolve("problems.txt"), made.problems());
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected) && !actual.isEmpty()) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
