package io.lotwire.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A problem in one line. */
final class ProblemLine {
    private ProblemLine() {}

    /** For people. Characters of a partner's data that would steer a terminal are shown as {@code ?}. */
    static String text(Problem problem) {
        return problem.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** For scripts: one JSON object; what is not known is left out. */
    static String json(Problem problem) {
        Place place = problem.place();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("code", problem.code().name());
            writeText("file", place.file(), json);
            writeText("interchange", place.interchange(), json);
            writeText("group", place.group(), json);
            writeText("transaction", place.transaction(), json);
            writePosition("segment", place.segment(), json);
            writeText("segmentId", place.segmentId(), json);
            writePosition("element", place.element(), json);
            writePosition("component", place.component(), json);
            writePosition("repetition", place.repetition(), json);
            if (place.offset() >= 0) {
                json.writeNumberField("offset", place.offset());
            }
            json.writeStringField("message", problem.message());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeText(String name, String value, JsonGenerator json) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void writePosition(String name, int value, JsonGenerator json) throws IOException {
        if (value > 0) {
            json.writeNumberField(name, value);
        }
    }
}
