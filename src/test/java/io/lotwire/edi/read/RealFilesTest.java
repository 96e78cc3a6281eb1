package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Files of public projects, which are beside the project on some machines only: what is said of each stays as it was read. */
class RealFilesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");
    private static final Path SAID = Path.of("src/test/resources/x12-real-files.txt");

    @Test
    @EnabledIf("samplesAreThere")
    void eachRealFileIsAcceptedOrRejectedForTheReasonThatWasFoundRight() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : interchanges()) {
            InterchangeFile read = X12Parser.standard().parse("in.edi", ByteBuffer.wrap(Files.readAllBytes(file)));
            SortedMap<String, Integer> counts = new TreeMap<>();
            problems(read)
                    .forEach(problem -> counts.merge(
                            (problem.isError() ? "error " : "warning ")
                                    + problem.code().name(),
                            1,
                            Integer::sum));
            lines.add(SAMPLES.relativize(file) + ": " + read.transactionSets().size() + " sets" + said(counts));
        }

        if (Boolean.getBoolean("golden.write")) {
            Files.write(SAID, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(SAID));
    }

    static boolean samplesAreThere() {
        return Files.isDirectory(SAMPLES);
    }

    private static List<Path> interchanges() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(INDEX\\.tsv|epcis.*|\\.md)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Problem> problems(InterchangeFile file) {
        List<Problem> problems = new ArrayList<>(file.problems());
        for (Interchange interchange : file.interchanges()) {
            problems.addAll(interchange.summary().problems());
            for (FunctionalGroup group : interchange.groups()) {
                problems.addAll(group.summary().problems());
                group.transactionSets().forEach(set -> problems.addAll(set.problems()));
            }
        }
        return problems;
    }

    private static String said(SortedMap<String, Integer> counts) {
        StringBuilder said = new StringBuilder();
        counts.forEach(
                (code, count) -> said.append(", ").append(count).append(' ').append(code));
        return said.toString();
    }
}
