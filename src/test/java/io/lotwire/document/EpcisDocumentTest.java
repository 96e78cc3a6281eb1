package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecificationVersion;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotEvents;
import io.lotwire.lot.json.JsonSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EpcisDocumentTest {
    private static final Path SCHEMA = Path.of("../shared/epcis/gs1__EPCIS__EPCIS-JSON-Schema.json");

    @Provide
    Arbitrary<List<LotEvent>> events() {
        return LotEvents.any().list().ofMaxSize(4).uniqueElements(LotEvent::eventId);
    }

    @Property(tries = 200)
    void everyStatementIsMadeOnce(@ForAll("events") List<LotEvent> events) throws IOException {
        JsonNode document = new ObjectMapper().readTree(document(events));
        assertThat(document.findValuesAsText("lotwire:eventId"))
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(LotEvent::eventId).toList());
        assertThat(document.findValuesAsText("cbvmda:lotNumber"))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .filter(event -> event.lot() != null)
                        .map(event -> event.lot().code())
                        .toList());
    }

    /** The schema is GS1's and lies beside the repository, not in it; without it the other cases still hold. */
    @Property(tries = 100)
    void everyDocumentIsValidByTheSchemaOfGs1WhereThatIsAtHand(@ForAll("events") List<LotEvent> events)
            throws IOException {
        String document = document(events);
        if (Files.exists(SCHEMA)) {
            assertThat(new JsonSchemas(SCHEMA, SpecificationVersion.DRAFT_7).errors(document))
                    .isEmpty();
        }
        assertThat(new ObjectMapper().readTree(document).path("type").asText()).isEqualTo("EPCISDocument");
    }

    private static String document(List<LotEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EpcisDocument document = new EpcisDocument(out, Instant.parse("2026-03-06T08:00:00Z"))) {
            events.forEach(document::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
