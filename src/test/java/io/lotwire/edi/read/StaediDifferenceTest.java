package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** StAEDI, which has another tokenizer and another author, must see in a good file what we see. */
class StaediDifferenceTest {
    private static final Path GOLDEN = Path.of("src/test/resources");
    private static final Path MAPPING_SAMPLES = Path.of("mappings/samples");
    private static final Path SAMPLES = Path.of("../shared/samples");

    /** Good to us, not to StAEDI. */
    private static final SortedSet<String> REFUSED = new TreeSet<>(Set.of(
            "edifact/characters-of-ISO-8859-1-under-UNOC/in.edi",
            "edifact/characters-of-ISO-8859-2-under-UNOD/in.edi",
            "edifact/file-wrapped-at-80-columns/in.edi",
            "edifact/segment-empty/in.edi",
            "x12/file-with-blank-lines/in.edi",
            "x12/file-with-byte-order-mark/in.edi",
            "x12/file-wrapped-at-80-columns/in.edi",
            "x12/segment-empty/in.edi",
            "x12/text-in-latin-1/in.edi"));

    private static List<Path> goodFiles() throws IOException {
        List<Path> good = new ArrayList<>();
        for (Path folder : List.of(GOLDEN.resolve("x12"), GOLDEN.resolve("edifact"), MAPPING_SAMPLES)) {
            good.addAll(goodFiles(folder));
        }
        assertThat(good).hasSizeGreaterThan(60);
        return good;
    }

    private static List<Path> goodFiles(Path folder) throws IOException {
        List<Path> good = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                InterchangeFile read = X12Parser.standard().parse("in.edi", ByteBuffer.wrap(Files.readAllBytes(file)));
                boolean whole = read.problems().isEmpty()
                        && !read.interchanges().isEmpty()
                        && read.interchanges().stream()
                                .allMatch(interchange ->
                                        interchange.summary().problems().isEmpty()
                                                && interchange.groups().stream()
                                                        .allMatch(StaediDifferenceTest::isWhole));
                // StAEDI stops where the second of them begins.
                boolean severalSyntaxes = read.interchanges().stream()
                                .map(interchange -> interchange.header().syntax())
                                .distinct()
                                .count()
                        > 1;
                if (whole && !severalSyntaxes) {
                    good.add(file);
                }
            }
        }
        return good;
    }

    private static boolean isWhole(FunctionalGroup group) {
        return group.summary().problems().isEmpty()
                && group.transactionSets().stream().noneMatch(set -> set.verdict() == Verdict.REJECTED);
    }

    @Test
    void everySegmentAndElementOfAGoodFileIsSeenAlike() throws IOException {
        SortedSet<String> refused = new TreeSet<>();
        for (Path file : goodFiles()) {
            if (!isSeenAlike(file)) {
                refused.add(GOLDEN.relativize(file).toString());
            }
        }
        assertThat(refused).isEqualTo(REFUSED);
    }

    @Test
    @EnabledIf("samplesAreThere")
    void everySegmentAndElementOfAGoodRealFileIsSeenAlike() throws IOException {
        List<Path> good = goodFiles(SAMPLES);
        int alike = 0;
        for (Path file : good) {
            alike += isSeenAlike(file) ? 1 : 0;
        }
        assertThat(alike).isGreaterThan(good.size() * 2 / 3);
    }

    /** False when StAEDI does not take the file. */
    private static boolean isSeenAlike(Path file) throws IOException {
        try {
            List<String> theirs = staedis(file);
            assertThat(ours(file)).as(file.toString()).isEqualTo(theirs);
            return true;
        } catch (EDIStreamException refused) {
            return false;
        }
    }

    static boolean samplesAreThere() {
        return Files.isDirectory(SAMPLES);
    }

    private static List<String> ours(Path file) throws IOException {
        List<String> seen = new ArrayList<>();
        InterchangeFile read = X12Parser.standard().parse("in.edi", ByteBuffer.wrap(Files.readAllBytes(file)));
        for (TransactionSet set : read.transactionSets()) {
            for (Segment segment : set.segments()) {
                List<String> values = new ArrayList<>();
                for (int element = 1; element <= segment.elementCount(); element++) {
                    segment.value(element).repetitions().forEach(values::addAll);
                }
                seen.add(line(segment.id(), values));
            }
        }
        return seen;
    }

    private static List<String> staedis(Path file) throws IOException, EDIStreamException {
        List<String> seen = new ArrayList<>();
        try (EDIStreamReader reader = EDIInputFactory.newFactory()
                .createEDIStreamReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            String id = "";
            boolean inSet = false;
            List<String> values = new ArrayList<>();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_TRANSACTION -> inSet = true;
                    case END_TRANSACTION -> inSet = false;
                    case START_SEGMENT -> {
                        id = reader.getText();
                        values = new ArrayList<>();
                    }
                    case ELEMENT_DATA -> values.add(reader.getText());
                    case END_SEGMENT -> {
                        if (inSet) {
                            seen.add(line(id, values));
                        }
                    }
                    default -> {}
                }
            }
        }
        return seen;
    }

    /** Empty values at the end mean nothing. */
    private static String line(String id, List<String> values) {
        int last = values.size();
        while (last > 0 && values.get(last - 1).isEmpty()) {
            last--;
        }
        return id + " " + values.subList(0, last);
    }
}
