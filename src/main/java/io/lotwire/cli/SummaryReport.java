package io.lotwire.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.compliance.sheet.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** What a spreadsheet holds, for people or for programs. */
final class SummaryReport {
    private final Installation installation;
    private final boolean json;

    SummaryReport(Installation installation, boolean json) {
        this.installation = installation;
        this.json = json;
    }

    void print(Path out, Summary summary, String enforcement) throws IOException {
        if (json) {
            json(out, summary, enforcement);
        } else {
            text(out, summary, enforcement);
        }
    }

    private void text(Path out, Summary summary, String enforcement) {
        PrintStream print = Lines.of(installation);
        for (Map.Entry<String, Long> tab : summary.rows().entrySet()) {
            if (tab.getValue() > 0) {
                print.println(tab.getKey().strip() + ": " + tab.getValue() + " rows");
            }
        }
        print.println(
                summary.events() == 0
                        ? out + " is written, but no event that was asked for is a critical tracking event."
                        : out + " is written, with " + summary.gaps() + " gaps listed in it.");
        print.println(enforcement);
    }

    private void json(Path out, Summary summary, String enforcement) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(installation.out())) {
            generator.writeStartObject();
            generator.writeStringField("file", out.toString());
            generator.writeObjectFieldStart("rows");
            for (Map.Entry<String, Long> tab : summary.rows().entrySet()) {
                generator.writeNumberField(tab.getKey().strip(), tab.getValue());
            }
            generator.writeEndObject();
            generator.writeNumberField("events", summary.events());
            generator.writeNumberField("gaps", summary.gaps());
            generator.writeStringField("enforcement", enforcement);
            generator.writeEndObject();
            generator.writeRaw('\n');
        }
    }
}
