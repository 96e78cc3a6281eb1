package io.lotwire.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 856 by smooks-edi against {@code mappings/x12/856.yaml}, on the golden samples of the latter. */
class SameEventsAsTheMappingLanguageTest {
    private static final Path SAMPLES = Path.of("mappings/samples/x12/856");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What both must say alike; ids of an item and references count as sets. */
    private static final List<String> SAID = List.of(
            "type", "purpose", "eventTime", "timePrecision", "lot", "quantity", "logisticUnit", "shipFrom", "shipTo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pallets-items-and-lot-levels",
                "lot-levels-directly-under-order",
                "lots-do-not-add-up",
                "pallet-above-order",
                "bad-gtin-sscc-and-date-are-kept-with-a-doubt",
                "standard-pack-item-above-its-cartons"
            })
    void theShipNoticeOfSmooksGivesTheSameEvents(String sample) throws IOException {
        SmooksSamples.Made made =
                SmooksSamples.translate("smooks/856", SAMPLES.resolve(sample).resolve("in.edi"));

        assertThat(made.problems()).isEmpty();
        assertThat(statements(made.events()))
                .isEqualTo(statements(Files.readAllLines(SAMPLES.resolve(sample).resolve("events.ndjson"))));
    }

    private static List<Map<String, Object>> statements(List<String> lines) throws IOException {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (String line : lines) {
            JsonNode event = JSON.readTree(line);
            Map<String, Object> said = new TreeMap<>();
            SAID.forEach(name -> said.put(name, event.path(name)));
            said.put("gtin", event.path("item").path("gtin"));
            said.put("description", event.path("item").path("description"));
            said.put("ids", set(event.path("item").path("ids")));
            said.put("references", set(event.path("references")));
            JsonNode source = event.path("source");
            said.put(
                    "envelope",
                    List.of(
                            source.path("interchange"),
                            source.path("group"),
                            source.path("transaction"),
                            source.path("version")));
            statements.add(said);
        }
        return statements;
    }

    private static Set<String> set(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.toString()));
        return texts;
    }
}
