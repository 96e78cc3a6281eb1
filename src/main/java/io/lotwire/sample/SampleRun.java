package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a sample.
 *
 * @param sample the sample
 * @param differences the files that are not as expected
 */
public record SampleRun(Sample sample, List<Difference> differences) {
    public SampleRun {
        differences = List.copyOf(differences);
    }

    /**
     * Runs a sample and compares each file, byte for byte.
     *
     * @throws IOException when a file cannot be read
     */
    public static SampleRun of(Sample sample) throws IOException {
        SortedMap<String, String> made = sample.run();
        SortedMap<String, String> expected = expected(sample);
        SortedMap<String, String> all = new TreeMap<>(expected);
        all.putAll(made);
        List<Difference> differences = new ArrayList<>();
        for (String name : all.keySet()) {
            String before = expected.getOrDefault(name, "");
            String now = made.getOrDefault(name, "");
            if (!before.equals(now)) {
                differences.add(new Difference(sample.folder().resolve(name), before, now));
            }
        }
        return new SampleRun(sample, differences);
    }

    /** True when all is as expected. */
    public boolean isAsExpected() {
        return differences.isEmpty();
    }

    /**
     * Makes what came out the expectation; a file that nothing came of is deleted.
     *
     * @return the files that were written or deleted
     * @throws IOException when one cannot be
     */
    public List<Path> accept() throws IOException {
        for (Difference difference : differences) {
            if (difference.made().isEmpty()) {
                Files.delete(difference.file());
            } else {
                Files.writeString(difference.file(), difference.made(), ISO_8859_1);
            }
        }
        return differences.stream().map(Difference::file).toList();
    }

    private static SortedMap<String, String> expected(Sample sample) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(sample.folder())) {
            files = found.filter(Files::isRegularFile).toList();
        }
        Map<String, String> expected = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!sample.isInput(name) && !name.startsWith(".")) {
                expected.put(name, Files.readString(file, ISO_8859_1));
            }
        }
        return new TreeMap<>(expected);
    }
}
