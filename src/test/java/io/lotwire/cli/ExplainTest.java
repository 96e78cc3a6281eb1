package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {
    private static final Path CASES = Path.of("mappings/samples");

    @TempDir
    Path folder;

    static Stream<Path> documents() throws Exception {
        try (Stream<Path> folders = Files.walk(CASES)) {
            return folders
                    .filter(each -> Files.exists(each.resolve("events.ndjson"))
                            && Files.exists(each.resolve("in.edi"))
                            && !Files.exists(each.resolve("override.yaml")))
                    .map(each -> each.resolve("in.edi"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void eachValueIsToldWithItsPlaceInTheMappingAndItsBytes() {
        String said = translate("--explain", CASES + "/x12/945/lot-and-expiry-in-one-reference/in.edi");

        assertThat(said)
                .containsPattern("945 0001, lot N9-1, by x12/945@[0-9a-f]{12}\n")
                .containsPattern(
                        "  lot.code +N9-1 +from N9\\[LT]-02 +segment 9, byte [0-9]+: N9\\*LT\\*N9-1\\*\\*20260401\n")
                .containsPattern("  lot.expires +20260401 +from N9-04 +segment 9,")
                .containsPattern("  document.number +SO713 +from W06-02 +segment 4,")
                .containsPattern(
                        "945 0001, not mapped:\n  W06-01, once, in segment 4, byte [0-9]+: F\n  LX, once, in segment 7,")
                .containsPattern("  W12-01, once, in segment 8, byte [0-9]+: CC\n")
                .contains("N9, once, in segment 10");
    }

    /** The bytes at the offset are those that are shown, and the events those of a translation without. */
    @ParameterizedTest
    @MethodSource("documents")
    void whatIsToldIsTrueOfTheFileAndTheEvents(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        List<String> explained = new ArrayList<>();
        for (String line :
                translate("--explain", "--json", file.toString()).lines().toList()) {
            JsonNode object = new ObjectMapper().readTree(line);
            if (object.has("eventId")) {
                explained.add(object.get("eventId").asText());
            }
            for (JsonNode place : object.has("fields") ? object.get("fields") : object.get("notMapped")) {
                int offset = place.get("offset").asInt();
                int length = place.get("length").asInt();
                assertThat(place.get("bytes").asText())
                        .isIn(
                                new String(bytes, offset, length, StandardCharsets.UTF_8),
                                new String(bytes, offset, length, Charset.forName("windows-1252")));
            }
        }
        List<String> plain = new ArrayList<>();
        for (String line : translate(file.toString()).lines().toList()) {
            plain.add(new ObjectMapper().readTree(line).get("eventId").asText());
        }

        assertThat(explained).isNotEmpty().isEqualTo(plain);
    }

    private String translate(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UnaryOperator<String> variables =
                Map.of("LOTWIRE_PARTNERS", folder.toString(), "LOTWIRE_MAPPINGS", "mappings")::get;
        Installation installation = Installation.of(
                Settings.of(variables, folder),
                variables,
                new ByteArrayInputStream(new byte[0]),
                out,
                new ByteArrayOutputStream());
        Lotwire.commandLine(installation, new TranslateCommand(installation, installation.desk()))
                .execute(Stream.concat(Stream.of("translate"), Stream.of(arguments))
                        .toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }
}
