package io.lotwire.lot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SpecificationVersion;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotEvents;
import io.lotwire.lot.Reference;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LotEventJsonTest {
    private static final JsonSchemas SCHEMA =
            new JsonSchemas(Path.of("mappings/lot-event.schema.json"), SpecificationVersion.DRAFT_2020_12);

    @Provide
    Arbitrary<LotEvent> events() {
        return LotEvents.any();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAsEqual(@ForAll("events") LotEvent event) {
        assertThat(LotEventJson.read(LotEventJson.line(event))).isEqualTo(event);
    }

    @Property(tries = 300)
    void whatIsWrittenSatisfiesTheSchemaAndHasNothingEmpty(@ForAll("events") LotEvent event) {
        String line = LotEventJson.line(event);
        assertThat(SCHEMA.errors(line)).isEmpty();
        assertThat(line).doesNotContain("null", ":\"\"", "{}", "[]", "\n");
    }

    @Property(tries = 200)
    void eventsThatAreWrittenOneAfterTheOtherAreWrittenAsIfAlone(
            @ForAll("events") LotEvent one, @ForAll("events") LotEvent other) {
        LotEventText text = new LotEventText();
        List<LotEvent> mixed = List.of(one, one, one, other, one.withSource(other.source()), one, other, other);

        assertThat(mixed.stream().map(text::line).toList())
                .isEqualTo(mixed.stream().map(LotEventJson::line).toList());
    }

    @Test
    void theSchemaRefusesWhatTheContractDoesNotKnow() {
        assertThat(SCHEMA.errors("{\"eventId\":\"x\",\"colour\":\"red\"}")).hasSize(5);
    }

    @Test
    void numbersOfOneTypeInAListAreAReferenceEach() {
        String event = """
                {"eventId":"e","type":"shipped","purpose":"original","item":{"ids":[]},"references":[\
                {"type":"asn","value":"A1"},{"type":"purchase-order","value":["P1","P2"],"date":"2026-03-01"}]}""";

        assertThat(LotEventJson.read(event).references())
                .containsExactly(
                        new Reference("asn", "A1", ""),
                        new Reference("purchase-order", "P1", "2026-03-01"),
                        new Reference("purchase-order", "P2", "2026-03-01"));
    }

    @Test
    void whatIsNoLotEventIsRefusedWithItsReason() {
        assertThatThrownBy(() -> LotEventJson.read("{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON: ");
        assertThatThrownBy(() -> LotEventJson.read("{\"type\":\"sold\"}")).isInstanceOf(IllegalArgumentException.class);
    }
}
