package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A document in one of the ways that profiles can have it. */
    private record Way(WritingMapping mapping, Style style) {
        @Override
        public String toString() {
            return mapping.name() + " " + style;
        }
    }

    @Property(tries = 400)
    void whatIsWrittenIsReadAgain(@ForAll("ways") Way way, @ForAll("shipments") List<LotEvent> shipment) {
        EventType type = way.mapping().events().iterator().next();
        List<LotEvent> events = Shipments.ofType(shipment, type);

        Written written = write(way, events);

        assertThat(written).isInstanceOf(Written.Interchange.class);
        byte[] bytes = ((Written.Interchange) written).bytes();
        assertThat(statements(ReadAgain.events(bytes, override(way)), way))
                .as(() -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(statements(events, way));
    }

    @Property(tries = 400)
    void whatHasNoPlaceRefusesTheDocumentOrIsWrittenInWords(
            @ForAll("ways") Way way, @ForAll("detailedShipments") List<LotEvent> shipment) {
        EventType type = way.mapping().events().iterator().next();
        List<LotEvent> events = Shipments.ofType(shipment, type);
        Way complete = new Way(way.mapping(), choosing(way.style(), Set.of()));

        Written written = write(complete, events);

        if (written instanceof Written.Refused refused) {
            assertThat(refused.problems())
                    .extracting(Problem::code)
                    .isSubsetOf(WritingFault.NO_PLACE, WritingFault.DOCUMENT_INVALID, Fault.VALUE_TOO_LONG);
            return;
        }
        String text = new String(((Written.Interchange) written).bytes(), StandardCharsets.UTF_8);
        for (LotEvent event : events) {
            assertThat(Fact.values())
                    .as(() -> event + "\n" + text)
                    .allMatch(fact -> fact.of(event).isEmpty() || tells(text, fact, event, events));
        }
    }

    @Property(tries = 100)
    void whatTheProfileLeavesOutRefusesNothing(
            @ForAll("ways") Way way, @ForAll("detailedShipments") List<LotEvent> shipment) {
        EventType type = way.mapping().events().iterator().next();
        Way everythingLeftOut = new Way(way.mapping(), choosing(way.style(), Style.leftOut()));

        Written written = write(everythingLeftOut, Shipments.ofType(shipment, type));

        assertThat(written).isInstanceOf(Written.Interchange.class);
    }

    @Provide
    Arbitrary<List<LotEvent>> detailedShipments() {
        return Shipments.any()
                .map(events -> events.stream().map(Shipments::detailed).toList());
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
                                .map(merged -> style(version, shape, lot, merged, Set.of("pallet")))
                                .filter(style -> OfferCheck.problems(mapping, style, Grammar.standard())
                                        .isEmpty())
                                .forEach(style -> ways.add(new Way(mapping, style)))))));
        return Arbitraries.of(ways);
    }

    private static Style style(String version, String shape, String lot, boolean merged, Set<String> leaveOut) {
        return new Style(
                version,
                shape,
                List.of(lot),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Style.LotTooLong.REFUSE,
                false,
                merged,
                leaveOut);
    }

    private static Style choosing(Style style, Set<String> leaveOut) {
        return style(style.version(), style.levels(), style.lots().get(0), style.merged(), leaveOut);
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
                new EventDocument.Numbered(envelope, "NORTHGATE", "FAIRWAY", 7, "DOC-9"),
                Grammar.standard(),
                X12Parser.standard());
    }

    /** A production code is a lot only where a profile says so, and the quantity of a lot in a reference too. */
    private static YamlMap override(Way way) {
        String place = way.style().lots().get(0);
        String segment = place.substring(0, Math.max(2, place.indexOf('[')));
        boolean isReference = segment.equals("N9") || segment.equals("REF");
        boolean merged = way.style().merged();
        if (!isReference || !(place.contains("[PC]") || merged)) {
            return null;
        }
        String text = "lots: { first: [ { code: \"" + place + "\""
                + (merged ? ", quantity: " + segment + "-03" : "")
                + (segment.equals("N9") ? ", expires: N9-04" : "")
                + " } ] }";
        return (YamlMap) YamlFile.parse(text, "override", variable -> null, problem -> {})
                .orElseThrow();
    }

    /** What must survive: not what is told in words where several lots of a line differ and have no room of their own. */
    private static List<String> statements(List<LotEvent> events, Way way) {
        String place = way.style().lots().get(0);
        boolean ownDates = !way.style().merged() || place.startsWith("N9") || place.startsWith("PCI");
        boolean ownQuantities = ownDates || place.startsWith("REF");
        Map<String, BigDecimal> stated = new TreeMap<>();
        List<String> each = new ArrayList<>();
        for (LotEvent event : events) {
            String statement = String.join(
                    " ",
                    event.item().gtin().digits(),
                    event.lot() == null ? "no lot" : event.lot().code(),
                    ownDates && event.lot() != null ? event.lot().expires() : "",
                    event.unit() == null ? "loose" : event.unit().sscc().digits(),
                    event.reference("purchase-order"),
                    event.reference("bill-of-lading"),
                    party(event.shipFrom()),
                    party(event.shipTo()),
                    ownQuantities ? event.quantity().unit() : "");
            BigDecimal quantity = ownQuantities ? event.quantity().value() : BigDecimal.ZERO;
            stated.merge(statement, quantity, BigDecimal::add);
            each.add(statement + " " + quantity.toPlainString());
        }
        return way.style().merged()
                ? stated.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().toPlainString())
                        .toList()
                : each;
    }

    private static String party(Party party) {
        return party.gln().digits() + " " + party.name();
    }

    /** Each fact as it may stand in a document: dates with hyphens, without, and without the century. */
    private static boolean tells(String text, Fact fact, LotEvent event, List<LotEvent> all) {
        String stated = fact.of(event);
        String digits = stated.replace("-", "");
        return switch (fact) {
            case EXPIRES, BEST_BEFORE, MANUFACTURED, PACKED, HARVESTED ->
                text.contains(stated) || text.contains(digits) || text.contains(")" + digits.substring(2));
            case QUANTITY -> text.contains(stated) || text.contains(sumOfTheSame(event, all));
            case TIME -> text.contains(digits.substring(0, 8));
            default -> text.contains(stated);
        };
    }

    /** Events that are alike may be told as one, by their sum. */
    private static String sumOfTheSame(LotEvent event, List<LotEvent> all) {
        return all.stream()
                .filter(other -> other.item().equals(event.item()))
                .filter(other -> Fact.LOT.of(other).equals(Fact.LOT.of(event)))
                .filter(other -> Fact.UNIT.of(other).equals(Fact.UNIT.of(event)))
                .filter(other -> other.references().equals(event.references()))
                .map(other -> other.quantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
