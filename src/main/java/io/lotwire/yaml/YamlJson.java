package io.lotwire.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a tree as JSON, each value as it is written in the file: what a JSON Schema sees of it. */
public final class YamlJson {
    private YamlJson() {}

    /** The tree as JSON text. Numbers with leading zeros, which JSON has not, become texts. */
    public static String write(YamlNode root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(root, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(YamlNode node, JsonGenerator json) throws IOException {
        if (node instanceof YamlMap map) {
            json.writeStartObject();
            for (YamlMap.Entry entry : map.entries().values()) {
                json.writeFieldName(entry.key());
                write(entry.value(), json);
            }
            json.writeEndObject();
        } else if (node instanceof YamlList list) {
            json.writeStartArray();
            for (YamlNode item : list.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else {
            write((YamlScalar) node, json);
        }
    }

    private static void write(YamlScalar scalar, JsonGenerator json) throws IOException {
        if (scalar.isEmpty()) {
            json.writeNull();
        } else if (scalar.isFlag()) {
            json.writeBoolean(scalar.written().equals("true"));
        } else if (!scalar.quoted() && scalar.written().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")) {
            json.writeNumber(scalar.written());
        } else {
            json.writeString(scalar.written());
        }
    }
}
