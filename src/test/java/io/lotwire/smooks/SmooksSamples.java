package io.lotwire.smooks;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs the repository's Smooks configurations, each compiled once. */
final class SmooksSamples {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Map<String, SmooksMapping> COMPILED = new HashMap<>();

    private SmooksSamples() {}

    /**
     * What a mapping made of a file.
     *
     * @param events lot events as JSON, each with its line end
     * @param problems in words, a line each
     */
    record Made(List<String> events, String problems) {}

    static SmooksMapping mapping(String name) {
        return COMPILED.computeIfAbsent(name, each -> {
            List<Problem> problems = new ArrayList<>();
            return SmooksMapping.load(MAPPINGS, each, problems::add)
                    .orElseThrow(() -> new AssertionError(problems.toString()));
        });
    }

    static Made translate(String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> events = new ArrayList<>();
        SmooksMapping mapping = mapping(name);
        SmooksMapping.Outcome outcome = read(
                mapping,
                () -> new ByteArrayInputStream(bytes),
                file.getFileName().toString(),
                name.substring(SmooksMapping.PREFIX.length()),
                event -> events.add(
                        LotEventJson.line(event).stripTrailing().replace(mapping.version(), "version") + "\n"));
        String problems = outcome.problems().stream()
                .map(problem -> problem.toString().replace(mapping.version(), "version") + "\n")
                .collect(Collectors.joining());
        return new Made(events, problems);
    }

    /** Reads a file once; the events count when the outcome has no error. */
    static SmooksMapping.Outcome read(
            SmooksMapping mapping, FileBytes bytes, String file, String document, Consumer<LotEvent> events)
            throws IOException {
        try (SmooksReading reading =
                mapping.reading(bytes, new Origin("partner", file, "sha"), document, false, events)) {
            mapping.run(reading);
            return reading.outcome();
        }
    }
}
