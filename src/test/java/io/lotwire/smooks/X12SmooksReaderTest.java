package io.lotwire.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12SmooksReaderTest {
    private static final Path MAPPINGS = Path.of("src/test/resources/smooks/mappings");
    private static final Path SAMPLES = Path.of("mappings/samples/x12/856");

    private final List<LotEvent> events = new ArrayList<>();

    @Test
    void aConfigurationOnOurReaderFindsTheLotsWithTheirSegmentsAndBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("pallets-items-and-lot-levels/in.edi"));

        assertThat(translate(bytes)).isEmpty();

        assertThat(events)
                .extracting(event -> event.lot() == null ? "" : event.lot().code())
                .containsExactly("R001A", "R001A", "S001A", "S001B", "S001C", "T001A", "C001A", "B001A", "");
        for (LotEvent event : events.subList(0, 8)) {
            String segment = new String(
                    bytes, (int) event.source().offset(), event.source().length(), StandardCharsets.US_ASCII);
            assertThat(segment).startsWith("LIN").contains(event.lot().code());
        }
        assertThat(events.get(2).unit().sscc().digits()).isEqualTo("006141410000000036");
    }

    @Test
    void theDelimitersAreThoseOfTheInterchange() throws IOException {
        String text = Files.readString(SAMPLES.resolve("pallet-above-order/in.edi"));

        assertThat(translate(text.replace('*', '|').getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        List<LotEvent> withOthers = List.copyOf(events);
        events.clear();
        assertThat(translate(text.getBytes(StandardCharsets.US_ASCII))).isEmpty();

        assertThat(withOthers).isNotEmpty().hasSameSizeAs(events);
        assertThat(withOthers)
                .extracting(LotEvent::eventId)
                .isEqualTo(events.stream().map(LotEvent::eventId).toList());
    }

    @Test
    void aSetThatOurReaderRejectsGivesNoEventsButItsProblem() throws IOException {
        List<Problem> problems = translate(Files.readAllBytes(SAMPLES.resolve("orphan-level-is-rejected/in.edi")));

        assertThat(events).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(SmooksFault.RECORD_INVALID);
            assertThat(problem.message()).contains("HL02 '88' names no level");
        });
    }

    private List<Problem> translate(byte[] bytes) throws IOException {
        SmooksMapping mapping = SmooksMapping.load(MAPPINGS, "smooks/x12-lots", problem -> {
                    throw new AssertionError(problem.toString());
                })
                .orElseThrow();
        return SmooksSamples.read(mapping, () -> new ByteArrayInputStream(bytes), "in.edi", "856", events::add)
                .problems();
    }
}
