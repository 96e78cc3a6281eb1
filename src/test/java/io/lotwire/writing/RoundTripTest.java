package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Delimiters;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.Syntax;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Parser;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What we write, we read: the same lots, quantities, units and dates, in every shape and with lots in every place. */
class RoundTripTest {
    private static final Path FOLDER = Path.of("mappings");
    private static final WritingMappings OUT = WritingMappings.load(FOLDER);
    private static final Mappings IN = Mappings.load(FOLDER);

    /** A document in one of the ways that profiles can have it. */
    private record Way(WritingMapping mapping, Style style) {
        @Override
        public String toString() {
            return mapping.name() + " " + style;
        }
    }

    @Property(tries = 400)
    void whatIsWrittenIsReadAgain(@ForAll("ways") Way way, @ForAll("shipments") List<LotEvent> shipment)
            throws IOException {
        EventType type = way.mapping().events().iterator().next();
        List<LotEvent> events = Shipments.ofType(shipment, type);

        Written written = write(way, events);

        assertThat(written).isInstanceOf(Written.Interchange.class);
        byte[] bytes = ((Written.Interchange) written).bytes();
        assertThat(statements(read(way, bytes), way))
                .as(() -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(statements(events, way));
    }

    @Provide
    Arbitrary<List<LotEvent>> shipments() {
        return Shipments.any();
    }

    @Provide
    Arbitrary<Way> ways() {
        List<Way> ways = new ArrayList<>();
        OUT.all().values().forEach(mapping -> mapping.versions().keySet().forEach(version -> mapping.lots()
                .forEach(lot -> (mapping.shapes().isEmpty() ? List.of("") : mapping.shapes())
                        .forEach(shape -> Stream.of(false, true)
                                .map(merged -> style(version, shape, lot, merged))
                                .filter(style ->
                                        OfferCheck.problems(mapping, style).isEmpty())
                                .forEach(style -> ways.add(new Way(mapping, style)))))));
        return Arbitraries.of(ways);
    }

    private static Style style(String version, String shape, String lot, boolean merged) {
        return new Style(
                version, shape, List.of(lot), null, Map.of(), Map.of(), Style.LotTooLong.REFUSE, false, merged);
    }

    private static Written write(Way way, List<LotEvent> events) {
        boolean x12 = way.mapping().syntax() == Syntax.X12;
        Envelope envelope = new Envelope(
                x12 ? Delimiters.USUAL : Delimiters.EDIFACT,
                x12 ? "00401" : "UNOC:3",
                "ZZ",
                "NORTHGATE",
                "ZZ",
                "FAIRWAY",
                LocalDateTime.of(2026, 3, 5, 9, 15),
                101,
                false,
                "P",
                true);
        return EventDocument.write(
                way.mapping(),
                way.style(),
                events,
                new EventDocument.Numbered(envelope, "NORTHGATE", "FAIRWAY", 7, "DOC-9"));
    }

    private static List<LotEvent> read(Way way, byte[] bytes) throws IOException {
        List<LotEvent> events = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        X12Parser.standard().read("out.edi", new ByteArrayInputStream(bytes), new InterchangeHandler() {
            @Override
            public void transactionSet(TransactionSet set) {
                problems.addAll(set.problems());
                events.addAll(IN.named(Mappings.usualName(set.syntax(), set.id()), override(way), problems::add)
                        .orElseThrow()
                        .translate(set, new Origin("fairway", "out.edi", "sha"), false)
                        .events());
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        assertThat(problems).isEmpty();
        return events;
    }

    /** A production code is a lot only where a profile says so, and the quantity of a lot in a reference too. */
    private static YamlMap override(Way way) {
        String place = way.style().lots().get(0);
        String text = place.contains("[PC]")
                ? "lots: { first: [ { code: \"" + place + "\" } ] }"
                : place.equals("N9[LT]-02") && way.style().merged()
                        ? "lots: { first: [ { code: \"N9[LT]-02\", quantity: N9-03, expires: N9-04 } ] }"
                        : "";
        return text.isEmpty()
                ? null
                : (YamlMap) YamlFile.parse(text, "override", variable -> null, problem -> {})
                        .orElseThrow();
    }

    /** What must survive: not the dates of several lots in one line that has no room for them. */
    private static List<String> statements(List<LotEvent> events, Way way) {
        String place = way.style().lots().get(0);
        boolean dates = !place.contains("[PC]") && !(way.style().merged() && !place.equals("N9[LT]-02"));
        boolean quantities = !way.style().merged() || place.equals("N9[LT]-02") || place.startsWith("PCI");
        Map<String, BigDecimal> stated = new TreeMap<>();
        List<String> each = new ArrayList<>();
        for (LotEvent event : events) {
            String statement = String.join(
                    " ",
                    event.item().gtin().digits(),
                    event.lot() == null ? "no lot" : event.lot().code(),
                    dates && event.lot() != null ? event.lot().expires() : "",
                    event.unit() == null ? "loose" : event.unit().sscc().digits());
            BigDecimal quantity = quantities ? event.quantity().value() : BigDecimal.ZERO;
            stated.merge(statement, quantity, BigDecimal::add);
            each.add(statement + " " + quantity.toPlainString());
        }
        return way.style().merged()
                ? stated.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().toPlainString())
                        .toList()
                : each;
    }
}
