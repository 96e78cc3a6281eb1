package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SpecificationVersion;
import io.lotwire.lot.LotEvent;
import java.nio.file.Path;
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

    @Test
    void theSchemaRefusesWhatTheContractDoesNotKnow() {
        assertThat(SCHEMA.errors("{\"eventId\":\"x\",\"colour\":\"red\"}")).hasSize(5);
    }

    @Test
    void whatIsNoLotEventIsRefusedWithItsReason() {
        assertThatThrownBy(() -> LotEventJson.read("{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON: ");
        assertThatThrownBy(() -> LotEventJson.read("{\"type\":\"sold\"}")).isInstanceOf(IllegalArgumentException.class);
    }
}
