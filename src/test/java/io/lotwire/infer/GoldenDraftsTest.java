package io.lotwire.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.offline.Input;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/infer} is a case: files of a partner, {@code *.edi}, and what is drafted of them,
 * {@code draft.yaml} with its questions, and {@code rejected.txt} when some are rejected. A new case needs no Java: run with
 * {@code -Dgolden.write=true} to write what is missing, and read it before it is committed.
 */
class GoldenDraftsTest {
    private static final Path CASES = Path.of("src/test/resources/infer");
    private static final Pattern QUESTION = Pattern.compile("^# [0-9]+\\. ([0-9A-Z]+): ");
    private static final String ANSWER = "#          ";

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void filesGiveTheDraftAndTheQuestionsOfTheirGoldenSample(Path folder, @TempDir Path partners) throws IOException {
        List<Input> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".edi"))
                    .sorted()
                    .map(file -> Input.of(file.getFileName().toString(), file))
                    .toList();
        }

        Inference inference = Inference.of(
                "acme", files, Path.of("mappings"), ProfileFolder.load(partners, variable -> null), file -> {});

        compare(folder.resolve("draft.yaml"), inference.draft());
        compare(
                folder.resolve("rejected.txt"),
                inference.rejections().stream().map(line -> line + "\n").collect(Collectors.joining()));
        assertThat(DraftCheck.problems(
                        "acme", inference.draft(), Path.of("partners"), Path.of("mappings"), Clock.systemUTC()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyAnswerThatADraftOffersCanBeTakenAsItStands(Path folder) throws IOException {
        FolderRulebook rules = FolderRulebook.ofMappings(Path.of("mappings"));
        List<Problem> problems = new ArrayList<>();
        String document = "";
        List<String> answer = new ArrayList<>();
        for (String line :
                Files.readString(folder.resolve("draft.yaml")).lines().toList()) {
            Matcher question = QUESTION.matcher(line);
            if (line.startsWith(ANSWER)) {
                answer.add(line.substring(ANSWER.length()));
            } else if (!answer.isEmpty()) {
                YamlMap keys =
                        (YamlMap) YamlFile.parse(String.join("\n", answer), "override", variable -> null, problems::add)
                                .orElseThrow();
                String mapping = (document.matches("[0-9]+") ? "x12/" : "edifact/") + document.toLowerCase(Locale.ROOT);
                assertThat(rules.mapping(mapping, keys, problems::add)).isPresent();
                answer.clear();
            }
            document = question.find() ? question.group(1) : document;
        }

        assertThat(problems).isEmpty();
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected) && !actual.isEmpty()) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
