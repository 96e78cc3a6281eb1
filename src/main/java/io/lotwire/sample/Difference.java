package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a sample that is not as expected.
 *
 * @param file the file that holds what is expected
 * @param expected its content, a character a byte; {@code ""} when there is no such file
 * @param made what came out, a character a byte; {@code ""} when nothing did
 */
public record Difference(Path file, String expected, String made) {
    private static final int LINES_AROUND = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The difference as a unified diff; lot events have a line for each of their values, and interchanges one a segment. */
    public List<String> diff() {
        List<String> before = readable(expected);
        List<String> now = readable(made);
        return UnifiedDiffUtils.generateUnifiedDiff(
                "expected", "came out", before, DiffUtils.diff(before, now), LINES_AROUND);
    }

    private List<String> readable(String content) {
        String text = new String(content.getBytes(ISO_8859_1), UTF_8);
        String name = file.getFileName().toString();
        if (name.endsWith(".ndjson")) {
            return text.lines().flatMap(Difference::values).toList();
        }
        String segments = name.endsWith(".edi") ? text.replaceAll("([~'])(?!\\R|$)", "$1\n") : text;
        return segments.lines().map(Difference::printable).toList();
    }

    private static Stream<String> values(String line) {
        try {
            return JSON.readTree(line).toPrettyString().lines();
        } catch (JsonProcessingException notJson) {
            return Stream.of(printable(line));
        }
    }

    /** What partners send must not steer the terminal. */
    private static String printable(String line) {
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
