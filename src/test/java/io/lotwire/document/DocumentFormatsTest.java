package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SpecificationVersion;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.JsonSchemas;
import io.lotwire.lot.json.LotEventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder holds lot events and what they are in each format, to the byte; {@code -Dgolden.write=true} writes what is missing. */
class DocumentFormatsTest {
    private static final Path CASES = Path.of("src/test/resources/document");
    private static final Path EPCIS_SCHEMA = Path.of("../shared/epcis/gs1__EPCIS__EPCIS-JSON-Schema.json");
    private static final Instant CREATED = Instant.parse("2026-03-06T08:00:00Z");

    private interface Format {
        LotEventWriter on(OutputStream out) throws IOException;
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linesOfJsonAreReadAndWrittenToTheByte(Path folder) throws IOException {
        String golden = Files.readString(folder.resolve("events.ndjson"));
        assertThat(written(folder, LotEventLines::new)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eventsBecomeOneEpcisDocument(Path folder) throws IOException {
        compare(folder.resolve("epcis.jsonld"), written(folder, out -> new EpcisDocument(out, CREATED)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void epcisDocumentsAreValidByTheSchemaOfGs1(Path folder) throws IOException {
        assumeTrue(Files.exists(EPCIS_SCHEMA), "the schema of GS1 is not there");
        JsonSchemas schema = new JsonSchemas(EPCIS_SCHEMA, SpecificationVersion.DRAFT_7);
        assertThat(schema.errors(written(folder, out -> new EpcisDocument(out, CREATED))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eventsBecomeRowsOfCsv(Path folder) throws IOException {
        compare(folder.resolve("lots.csv"), written(folder, LotCsv::new));
    }

    private static void compare(Path golden, String written) throws IOException {
        if (Boolean.getBoolean("golden.write") && !Files.exists(golden)) {
            Files.writeString(golden, written);
        }
        assertThat(written).as(golden.toString()).isEqualTo(Files.readString(golden));
    }

    private static String written(Path folder, Format format) throws IOException {
        List<LotEvent> events = Files.readAllLines(folder.resolve("events.ndjson")).stream()
                .map(LotEventJson::read)
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LotEventWriter writer = format.on(out)) {
            for (LotEvent event : events) {
                writer.write(event);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
