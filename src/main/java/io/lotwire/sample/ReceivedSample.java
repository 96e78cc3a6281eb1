package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.reading.Input;
import io.lotwire.reading.Interchanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file that is received: what must come of it are the lot events ({@code events.ndjson}), the problems
 * ({@code problems.txt}) and what its sender hears ({@code acknowledgement.edi}).
 *
 * @param folder the folder
 * @param input the file
 * @param name the name that it comes with
 * @param sender what is agreed with its sender
 * @param interchanges reads it
 */
record ReceivedSample(Path folder, Path input, String name, Profile sender, Interchanges interchanges)
        implements Sample {
    static final String PROBLEMS = "problems.txt";

    @Override
    public boolean isInput(String fileName) {
        return fileName.equals(input.getFileName().toString()) || fileName.equals(SampleFolders.OVERRIDE);
    }

    @Override
    public SortedMap<String, String> run() throws IOException {
        Input file = new Input(name, input, false);
        Optional<Profile> from = Optional.of(sender);
        MadeEvents events = new MadeEvents();
        List<Problem> problems = new ArrayList<>();
        interchanges.translate(file, from, events, problems::add);
        byte[] answer = interchanges.acknowledge(file, from, Interchanges.Acknowledgement.AGREED, problem -> {});
        SortedMap<String, String> made = new TreeMap<>();
        made.put("events.ndjson", bytes(events.lines()));
        made.put(
                PROBLEMS,
                bytes(problems.stream()
                        .map(problem -> MadeEvents.withoutVersion(problem.toString()) + "\n")
                        .collect(Collectors.joining())));
        made.put("acknowledgement.edi", new String(answer, ISO_8859_1));
        made.values().removeIf(String::isEmpty);
        return made;
    }

    /** The bytes of a text in UTF-8, a character each. */
    static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
