package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {
    private static final Path CASES = Path.of("src/test/resources/partner/problems");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    /** Each folder holds profiles, what is wrong with them, and the names of those that are used all the same. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyProblemIsReportedAtOnceWithItsLine(Path folder) throws IOException {
        Profiles profiles = ProfileFolder.load(folder, Map.of("SECRET_URL", "ftp://user:hunter2@farm")::get);
        String found = Stream.concat(
                        profiles.problems().stream().map(Problem::toString),
                        Stream.of("good: "
                                + profiles.good().stream().map(Profile::name).toList()))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        Path expected = folder.resolve("problems.txt");
        if (Files.notExists(expected) && Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void noMessageShowsWhatAVariableHolds() {
        Profiles profiles = ProfileFolder.load(
                CASES.resolve("every-value-wrong"), Map.of("SECRET_URL", "ftp://user:s3cret@farm")::get);
        assertThat(profiles.problems()).isNotEmpty().noneMatch(problem -> problem.message()
                .contains("s3cret"));
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        Profiles profiles = ProfileFolder.load(Path.of("no/such/folder"), Map.<String, String>of()::get);
        assertThat(profiles.good()).isEmpty();
        assertThat(profiles.problems())
                .extracting(problem -> problem.code().name())
                .isEqualTo(List.of("FOLDER_UNREADABLE"));
    }
}
