package io.lotwire.lot.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds JSON texts against a JSON Schema in a file. */
public final class JsonSchemas {
    private final Schema schema;

    /** A schema of this version of JSON Schema. */
    public JsonSchemas(Path file, SpecificationVersion version) {
        try {
            schema = SchemaRegistry.withDefaultDialect(version).getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the schema says against the text. */
    public List<String> errors(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
