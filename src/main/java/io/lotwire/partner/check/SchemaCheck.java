package io.lotwire.partner.check;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lotwire.partner.PartnerFault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlJson;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlMap;
import io.lotwire.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds profiles, as they are written, against a JSON Schema (2020-12): what an editor would say about them. */
public final class SchemaCheck {
    private final Optional<Schema> schema;
    private final Consumer<Problem> problems;

    SchemaCheck(Path schemaFile, Consumer<Problem> problems) {
        this.problems = problems;
        this.schema = load(schemaFile);
    }

    /** Checks a profile, what it inherits included. */
    void check(YamlNode root) {
        if (schema.isEmpty()) {
            return;
        }
        List<Error> errors = schema.get().validate(YamlJson.write(root), InputFormat.JSON);
        for (Error error : errors) {
            problems.accept(Problem.error(
                    PartnerFault.SCHEMA_VIOLATED,
                    line(root, error).place(),
                    "Against partner.schema.json: " + error.getInstanceLocation() + " " + error.getMessage() + "."));
        }
    }

    private Optional<Schema> load(Path file) {
        try {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            return Optional.of(registry.getSchema(Files.readString(file), InputFormat.JSON));
        } catch (IOException | SchemaException e) {
            problems.accept(Problem.error(
                    PartnerFault.SCHEMA_VIOLATED,
                    Place.inFile(file.toString()),
                    "The file is no JSON Schema: copy it again from Lotwire's own partners."));
            return Optional.empty();
        }
    }

    private static FileLine line(YamlNode root, Error error) {
        YamlNode node = root;
        FileLine at = root.at();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            Object step = error.getInstanceLocation().getElement(i);
            if (node instanceof YamlMap map && map.entries().get(step.toString()) != null) {
                YamlMap.Entry entry = map.entries().get(step.toString());
                node = entry.value();
                at = entry.at();
            } else if (node instanceof YamlList list && step instanceof Integer index) {
                node = list.items().get(index);
                at = node.at();
            }
        }
        if (error.getKeyword().equals("required")) {
            return node.at();
        }
        boolean unknownKey = error.getProperty() != null
                && node instanceof YamlMap map
                && map.entries().get(error.getProperty()) != null;
        return unknownKey ? ((YamlMap) node).entries().get(error.getProperty()).at() : at;
    }
}
