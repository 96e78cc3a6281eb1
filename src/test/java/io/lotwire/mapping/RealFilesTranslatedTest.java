package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.Issue;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * What the mappings make of files from other projects, which are kept outside of this one. What came out is written down,
 * and a difference is looked at.
 */
@EnabledIf("samplesAreThere")
class RealFilesTranslatedTest {
    private static final Path SAMPLES = Path.of("../shared/samples");
    private static final Path SAID = Path.of("src/test/resources/mapping-real-files.txt");
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    @Test
    void filesFromElsewhereGiveTheEventsThatWereLookedAt() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : interchanges()) {
            lines.add(SAMPLES.relativize(file) + ": " + said(file));
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

    private static String said(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        BitSet accepted = FileSummary.read("in.edi", new ByteArrayInputStream(bytes), X12Parser.standard())
                .acceptedSets();
        List<LotEvent> events = new ArrayList<>();
        SortedMap<String, Integer> counts = new TreeMap<>();
        int[] sets = {0, 0};
        X12Parser.standard().read("in.edi", ByteBuffer.wrap(bytes), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                sets[0]++;
                if (!accepted.get(sets[0]) || set.group().acknowledges()) {
                    return;
                }
                Optional<Translator> mapping = MAPPINGS.named(Mappings.usualName(set.syntax(), set.id()));
                if (mapping.isEmpty()) {
                    counts.merge("no mapping for " + set.id(), 1, Integer::sum);
                    return;
                }
                sets[1]++;
                mapping.get()
                        .translate(set, new Origin("", "in.edi", ""), false, events::add)
                        .problems()
                        .forEach(problem -> counts.merge(problem.code().name(), 1, Integer::sum));
            }

            @Override
            public void problem(Problem problem) {
                // The reader's own list has them.
            }
        });
        events.stream()
                .flatMap(event -> event.issues().stream())
                .map(Issue::code)
                .forEach(code -> counts.merge(code.name(), 1, Integer::sum));
        long lots = events.stream().filter(event -> event.lot() != null).count();
        StringBuilder said = new StringBuilder(
                sets[1] + " of " + sets[0] + " sets, " + events.size() + " events, " + lots + " with lots");
        counts.forEach(
                (code, count) -> said.append(", ").append(count).append(' ').append(code));
        return said.toString();
    }
}
