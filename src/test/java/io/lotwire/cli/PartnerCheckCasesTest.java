package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of the partner {@code acme} in each folder of {@code partner/checks}: its profiles, perhaps mappings beside
 * those of the repository, and in {@code problems.txt} what is wrong.
 */
class PartnerCheckCasesTest {
    private static final Path CASES = Path.of("src/test/resources/partner/checks");

    @TempDir
    private Path mappings;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsWrongWithAProfileAndItsMappingsIsToldInOneRun(Path folder) throws IOException {
        for (String part : List.of("x12", "out")) {
            copy(Path.of("mappings", part), mappings.resolve(part));
        }
        copy(folder.resolve("mappings"), mappings);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UnaryOperator<String> variables = Map.of(
                        "LOTWIRE_PARTNERS",
                        folder.resolve("partners").toString(),
                        "LOTWIRE_MAPPINGS",
                        mappings.toString())::get;
        Installation installation = Installation.of(
                Settings.of(variables, folder),
                variables,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                err);

        int exit =
                Lotwire.commandLine(installation, Lotwire.partner(installation)).execute("partner", "check", "acme");

        String found = err.toString(StandardCharsets.UTF_8).replace(mappings.toString(), "mappings");
        Path expected = folder.resolve("problems.txt");
        if (Files.notExists(expected) && Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
        assertThat(exit).isEqualTo(ExitCode.REJECTED);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
