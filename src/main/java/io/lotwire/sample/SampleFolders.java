package io.lotwire.sample;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where samples lie. */
final class SampleFolders {
    /** What a sample of a mapping overrides of it, as a profile does. */
    static final String OVERRIDE = "override.yaml";

    private static final String INPUT = "in.";

    private SampleFolders() {}

    /** The folders in a folder, by their names; none when it is not there. */
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The input of a sample; when there is not exactly one, that is a problem. */
    static Optional<Path> input(Path sample, Consumer<Problem> problems) throws IOException {
        List<Path> inputs;
        try (Stream<Path> found = Files.list(sample)) {
            inputs = found.filter(file -> file.getFileName().toString().startsWith(INPUT))
                    .toList();
        }
        if (inputs.size() != 1) {
            problems.accept(Problem.error(
                    SampleFault.SAMPLE_WITHOUT_INPUT,
                    Place.inFile(sample.toString()),
                    "A sample has one file that goes in, such as in.edi, but here are " + inputs.size() + "."));
            return Optional.empty();
        }
        return Optional.of(inputs.get(0));
    }
}
