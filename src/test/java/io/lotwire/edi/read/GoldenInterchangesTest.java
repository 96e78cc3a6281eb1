package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Reception;
import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks {@code src/test/resources/x12} and {@code edifact} beside it: each folder is a file as a partner sent it ({@code
 * in.edi}), what is wrong with it ({@code problems.txt}), and what the partner gets back: {@code 997.edi} or {@code
 * 999.edi}, {@code TA1.edi} and {@code CONTRL.edi}, absent where none is due. Run with {@code -Dgolden.write=true} to write
 * what is missing, and read it before it is committed.
 */
class GoldenInterchangesTest {
    private static final Path CASES = Path.of("src/test/resources");

    static Stream<String> cases() throws IOException {
        return Stream.concat(cases("x12"), cases("edifact"));
    }

    private static Stream<String> cases(String syntax) throws IOException {
        try (Stream<Path> folders = Files.list(CASES.resolve(syntax))) {
            List<String> names = folders.map(folder -> syntax + "/" + folder.getFileName())
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachFileHasItsProblemsAndItsAnswers(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Reception reception = Reception.of(Files.readAllBytes(folder.resolve("in.edi")));

        compare(folder.resolve("problems.txt"), problems(reception));
        for (AcknowledgementKind kind : AcknowledgementKind.OF_GROUPS) {
            compare(folder.resolve(kind.set() + ".edi"), answer(reception.functionalAcknowledgement(kind)));
        }
        compare(folder.resolve("TA1.edi"), answer(reception.interchangeAcknowledgement()));
        compare(folder.resolve("CONTRL.edi"), answer(reception.syntaxReport()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachAnswerPassesOurOwnChecksAndIsNeverAnswered(String name) throws IOException {
        Reception reception =
                Reception.of(Files.readAllBytes(CASES.resolve(name).resolve("in.edi")));

        for (Optional<byte[]> answer : List.of(
                reception.functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL),
                reception.functionalAcknowledgement(AcknowledgementKind.IMPLEMENTATION),
                reception.interchangeAcknowledgement(),
                reception.syntaxReport())) {
            if (answer.isPresent()) {
                Reception back = Reception.of(answer.get());
                assertThat(back.problems).isEmpty();
                assertThat(back.functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL))
                        .isEmpty();
                assertThat(back.interchangeAcknowledgement()).isEmpty();
                assertThat(back.syntaxReport()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSegmentsOfASetAreTheSameTogetherAndOneByOne(String name) throws IOException {
        for (TransactionSet set :
                Reception.of(Files.readAllBytes(CASES.resolve(name).resolve("in.edi"))).sets) {
            List<String> together =
                    set.segments().stream().map(Segment::toString).toList();
            List<String> oneByOne = new ArrayList<>();
            set.forEachSegment(segment -> oneByOne.add(segment.toString()));

            assertThat(oneByOne).isEqualTo(together);
            for (int position = 1; position <= together.size(); position++) {
                assertThat(set.segmentAt(position)).map(Segment::toString).contains(together.get(position - 1));
            }
            assertThat(set.segmentAt(0)).isEmpty();
            assertThat(set.segmentAt(together.size() + 1)).isEmpty();
        }
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(expected) && !actual.isEmpty()) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(text(expected));
    }

    static String problems(Reception reception) {
        return reception.problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    static String answer(Optional<byte[]> bytes) {
        return bytes.map(some -> new String(some, StandardCharsets.UTF_8)).orElse("");
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
