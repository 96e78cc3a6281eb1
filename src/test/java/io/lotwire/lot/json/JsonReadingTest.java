package io.lotwire.lot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** JSON as others write it is read as well as our own, and what is none is refused: another parser says what is which. */
class JsonReadingTest {
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Provide
    Arbitrary<LotEvent> events() {
        return LotEvents.any();
    }

    @Provide
    Arbitrary<List<LotEvent>> severalEvents() {
        return LotEvents.any().list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 300)
    void fieldsMayComeInAnyOrderWithBlanksBetweenThemAndOthersBesideThem(
            @ForAll("events") LotEvent event, @ForAll Random random) throws JsonProcessingException {
        JsonNode mixed = mixed(JACKSON.readTree(LotEventJson.line(event)), random);

        assertThat(LotEventJson.read(JACKSON.writerWithDefaultPrettyPrinter().writeValueAsString(mixed)))
                .isEqualTo(event);
    }

    @Property(tries = 300)
    void charactersMayBeEscaped(@ForAll("events") LotEvent event) throws JsonProcessingException {
        JsonNode tree = JACKSON.readTree(LotEventJson.line(event));

        assertThat(LotEventJson.read(ASCII.writeValueAsString(tree))).isEqualTo(event);
    }

    @Property(tries = 1000)
    void whatIsNoJsonIsRefusedAndNothingElse(
            @ForAll("events") LotEvent event,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll @IntRange(max = 2) int change,
            @ForAll @IntRange(max = 12) int what) {
        String line = LotEventJson.line(event);
        int at = place % line.length();
        String put = change == 0 ? "" : String.valueOf("{}[]:,\"\\0-n \u0001".charAt(what));
        String changed = line.substring(0, at) + put + line.substring(change == 2 ? at : at + 1);

        Throwable refusal = catchThrowable(() -> LotEventJson.read(changed));

        if (isObject(changed)) {
            assertThat(refusal == null || !refusal.getMessage().startsWith("not JSON: "))
                    .as(changed)
                    .isTrue();
        } else {
            assertThat(refusal).as(changed).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 200)
    void eventsThatAreReadOneAfterTheOtherAreReadAsIfAlone(@ForAll("severalEvents") List<LotEvent> events) {
        List<LotEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        LotEventReader reader = new LotEventReader();

        assertThat(twice.stream().map(LotEventJson::line).map(reader::read).toList())
                .isEqualTo(twice);
    }

    @Example
    void whatEventsOfOneDocumentShareIsTheSameObject() {
        LotEventReader reader = new LotEventReader();
        String line = """
                {"eventId":"%s","type":"shipped","item":{},"shipFrom":{"name":"Farm"},"shipTo":{"name":"Store"},\
                "references":[{"type":"asn","value":"A1"}],"source":{"partner":"farm","segment":%d}}""";

        LotEvent first = reader.read(line.formatted("a", 1));
        LotEvent second = reader.read(line.formatted("b", 2));

        assertThat(second.eventId()).isEqualTo("b");
        assertThat(second.source().segment()).isEqualTo(2);
        assertThat(second.shipFrom()).isSameAs(first.shipFrom());
        assertThat(second.shipTo()).isSameAs(first.shipTo());
        assertThat(second.references()).isSameAs(first.references());
        assertThat(second.source().partner()).isSameAs(first.source().partner());
    }

    private static boolean isObject(String text) {
        try {
            return JACKSON.readTree(text).isObject();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    /** The same with its fields in another order, and with further fields that nobody asks for. */
    private static JsonNode mixed(JsonNode node, Random random) {
        if (node instanceof ArrayNode list) {
            ArrayNode mixed = JACKSON.createArrayNode();
            list.forEach(item -> mixed.add(mixed(item, random)));
            return mixed;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode mixed = JACKSON.createObjectNode();
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        Collections.shuffle(fields, random);
        if (random.nextBoolean()) {
            mixed.putObject("colour")
                    .putArray("of")
                    .add(1.5)
                    .addNull()
                    .add(true)
                    .add("}");
        }
        fields.forEach(field -> mixed.set(field.getKey(), mixed(field.getValue(), random)));
        if (!object.has("reason")) {
            mixed.putNull("reason");
        }
        return mixed;
    }
}
