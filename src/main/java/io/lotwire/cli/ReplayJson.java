package io.lotwire.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.problem.Problem;
import io.lotwire.replay.EventDifference;
import io.lotwire.replay.FieldChange;
import io.lotwire.replay.FileReplay;
import java.io.IOException;
import java.io.OutputStream;

/** A replay for programs: a JSON object a line for each file, with what would be otherwise. */
final class ReplayJson implements ReplayReport {
    private final JsonGenerator json;

    ReplayJson(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(null);
    }

    @Override
    public void file(FileReplay file) throws IOException {
        json.writeStartObject();
        json.writeNumberField("inbox", file.file().id());
        json.writeStringField("partner", file.file().partner());
        json.writeStringField("file", file.file().fileName());
        json.writeStringField("received", file.file().receivedAt().toString());
        json.writeNumberField("same", file.same());
        json.writeArrayFieldStart("differences");
        for (EventDifference difference : file.differences()) {
            json.writeStartObject();
            difference(difference);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (Problem problem : file.problems()) {
            json.writeString(problem.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void difference(EventDifference difference) throws IOException {
        if (difference instanceof EventDifference.New now) {
            json.writeStringField("is", "new");
            event("now", now.now());
        } else if (difference instanceof EventDifference.Gone gone) {
            json.writeStringField("is", "gone");
            event("before", gone.before());
        } else if (difference instanceof EventDifference.Changed changed) {
            json.writeStringField("is", "changed");
            json.writeArrayFieldStart("changes");
            for (FieldChange change : changed.changes()) {
                json.writeStartObject();
                json.writeStringField("path", change.path());
                json.writeStringField("before", change.before());
                json.writeStringField("now", change.now());
                json.writeEndObject();
            }
            json.writeEndArray();
            event("before", changed.before());
            event("now", changed.now());
        }
    }

    private void event(String name, LotEvent event) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(LotEventJson.line(event));
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }
}
