package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lotwire.desk.offline.Heard;
import io.lotwire.desk.offline.Input;
import io.lotwire.document.LotEventWriter;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A file that is received: what must come of it are the lot events ({@code events.ndjson}), the problems
 * ({@code problems.txt}) and what its sender hears, the acknowledgements ({@code acknowledgement.edi}) and 824s
 * ({@code advice.edi}).
 *
 * @param folder the folder
 * @param input the file
 * @param name the name that it comes with
 * @param reading reads it
 */
record ReceivedSample(Path folder, Path input, String name, Reading reading) implements Sample {
    static final String PROBLEMS = "problems.txt";

    /** Makes lot events, problems and answers of a file. */
    interface Reading {
        Heard read(Input file, LotEventWriter events, Consumer<Problem> problems) throws IOException;
    }

    @Override
    public boolean isInput(String fileName) {
        return fileName.equals(input.getFileName().toString()) || fileName.equals(SampleFolders.OVERRIDE);
    }

    @Override
    public SortedMap<String, String> run() throws IOException {
        Input file = Input.of(name, input);
        MadeEvents events = new MadeEvents();
        List<Problem> problems = new ArrayList<>();
        Heard heard = reading.read(file, events, problems::add);
        SortedMap<String, String> made = new TreeMap<>();
        made.put("events.ndjson", bytes(events.lines()));
        made.put(
                PROBLEMS,
                bytes(problems.stream()
                        .map(problem -> MadeEvents.withoutVersion(problem.toString()) + "\n")
                        .collect(Collectors.joining())));
        made.put("acknowledgement.edi", new String(heard.acknowledgementBytes(), ISO_8859_1));
        made.put("advice.edi", new String(heard.adviceBytes(), ISO_8859_1));
        made.values().removeIf(String::isEmpty);
        return made;
    }

    /** The bytes of a text in UTF-8, a character each. */
    static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
