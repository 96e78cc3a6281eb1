package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.lot.CheckDigit;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.UnitType;
import io.lotwire.lot.Word;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.problem.Problem;
import io.lotwire.unit.Counterpart;
import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitKind;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import io.lotwire.writing.ReadAgain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever goes in comes out, whichever standard it came in and whichever it is sent in: the item, the lot, the quantity with its
 * unit, dates and the time with its zone, the logistic unit and the parties. Or nothing is sent, and the reason is told.
 */
class ConservationTest {
    private static final DocumentWriter WRITER = DocumentWriter.load(Path.of("mappings"));
    private static final Instant NOW = Instant.parse("2026-03-05T09:15:00Z");
    private static final Party FARM = new Party(new Gln("0614141000005"), "Green Valley Farm", List.of(), null);
    private static final Party STORE = new Party(new Gln("9506000130002"), "Fairway Store 12", List.of(), null);
    private static final String UNKNOWN = "QQ";

    /** What no document's name says, its mapping does: it has the units of UN/ECE. */
    private static final String XML = "despatch-advice-xml";

    private static final List<String> SENDS = List.of(
            "{ format: x12-856, version: \"004010\" }",
            "{ format: x12-856, version: \"005010\" }",
            "{ format: x12-945 }",
            "{ format: x12-943 }",
            "{ format: x12-944 }",
            "{ format: x12-940 }",
            "{ format: edifact-desadv, version: D96A }",
            "{ format: edifact-desadv, version: D01B }",
            "{ format: epcis }",
            "{ format: lot-csv }",
            "{ format: events }",
            "{ format: template, template: lots-fixed-width.txt }");

    private static final Profiles PROFILES = profiles();

    /** A shipment as one document of a standard told it. */
    private record Heard(String document, EventTime time, Condition condition, List<Line> lines) {
        List<LotEvent> as(EventType type) {
            List<LotEvent> events = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                events.add(lines.get(i).event(i, type, this));
            }
            return events;
        }
    }

    private record Line(int item, int lot, int place, BigDecimal value, String code, boolean ordered) {
        LotEvent event(int number, EventType type, Heard heard) {
            String digits = (item % 2 == 0 ? "106141400000" : "006141400000") + item;
            Gtin gtin = new Gtin(digits + CheckDigit.of(digits));
            return new LotEvent(
                    "id-" + number,
                    type,
                    Purpose.ORIGINAL,
                    heard.time(),
                    new Item(gtin, List.of(new ItemId("vendor", "ITEM-" + item)), ""),
                    lot == 0
                            ? null
                            : new Lot("L" + item + "-" + lot, LotKind.LOT, "2026-04-0" + lot, "", "", "", "", null),
                    new Quantity(
                            value,
                            code,
                            ordered ? value.add(BigDecimal.ONE) : null,
                            heard.document().equals(XML) ? UnitList.REC20 : null),
                    heard.condition(),
                    null,
                    unit(),
                    null,
                    FARM,
                    STORE,
                    List.of(new Reference("purchase-order", "PO-1", "")),
                    new Source("farm", heard.document(), "", "1", "1", "0001", "sha", number + 1, 1, 1, "m@1"),
                    List.of());
        }

        private LogisticUnit unit() {
            return place == 0
                    ? null
                    : new LogisticUnit(Sscc.withCheckDigit("0061414100000000" + place), null, UnitType.PALLET);
        }
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void whatGoesInComesOutOrNothingIsSent(@ForAll("sends") int send, @ForAll("heard") Heard heard) throws IOException {
        Profile partner = PROFILES.byName("partner-" + send).orElseThrow();
        Subscription subscription = partner.subscriptions().get(0);
        Format format = subscription.send().format();
        List<LotEvent> events = heard.as(type(format));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentOutcome outcome = WRITER.write(
                EventSource.of(events),
                PROFILES.self().orElseThrow(),
                partner,
                subscription,
                new DocumentNumbers(101, 7, "DOC-9"),
                NOW,
                out);

        if (outcome instanceof DocumentOutcome.Refused refused) {
            assertThat(refused.problems()).as("reasons").isNotEmpty().allMatch(Problem::isError);
            assertThat(mayBeRefused(events, format))
                    .as(() -> format + " " + heard + "\n" + refused.problems())
                    .isTrue();
            return;
        }
        byte[] bytes = out.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(format.syntax().isPresent() && isInNoGoodCondition(heard))
                .as("told as good")
                .isFalse();
        if (format.syntax().isPresent()) {
            assertThat(statements(ReadAgain.events(bytes, null)))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(statements(events));
        } else {
            check(format, text, events);
        }
    }

    private static void check(Format format, String text, List<LotEvent> events) throws IOException {
        switch (format) {
            case EVENTS ->
                assertThat(text.lines().map(LotEventJson::read).toList()).isEqualTo(events);
            case LOT_CSV -> checkCsv(LotCsvTest.rows(text), events);
            case EPCIS -> checkEpcis(new ObjectMapper().readTree(text), events);
            default ->
                checkTemplate(text.lines().filter(line -> line.startsWith("D")).toList(), events);
        }
    }

    private static void checkCsv(List<List<String>> rows, List<LotEvent> events) {
        List<String> head = rows.get(0);
        assertThat(rows).hasSize(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            List<String> row = rows.get(i + 1);
            LotEvent event = events.get(i);
            assertThat(List.of("gtin", "lot", "expires", "quantity", "unit", "event_time", "sscc", "condition").stream()
                            .map(column -> row.get(head.indexOf(column)))
                            .toList())
                    .containsExactly(
                            event.item().gtin().digits(),
                            event.lot() == null ? "" : event.lot().code(),
                            event.lot() == null ? "" : event.lot().expires(),
                            event.quantity().value().toPlainString(),
                            event.quantity().unit(),
                            event.time().value(),
                            event.unit() == null ? "" : event.unit().sscc().digits(),
                            event.condition() == null ? "" : Word.of(event.condition()));
            assertThat(row.get(head.indexOf("ship_from_gln")))
                    .isEqualTo(FARM.gln().digits());
            assertThat(row.get(head.indexOf("ship_to_gln")))
                    .isEqualTo(STORE.gln().digits());
        }
    }

    private static void checkTemplate(List<String> lines, List<LotEvent> events) {
        assertThat(lines).hasSize(events.size());
        for (int i = 0; i < lines.size(); i++) {
            LotEvent event = events.get(i);
            String unit = event.quantity().unit();
            assertThat(lines.get(i))
                    .contains(event.item().gtin().digits())
                    .contains(event.lot() == null ? "" : event.lot().code())
                    .contains(event.quantity().value().toPlainString() + unit)
                    .contains(event.unit() == null ? "" : event.unit().sscc().digits());
        }
    }

    private static void checkEpcis(JsonNode document, List<LotEvent> events) {
        int told = 0;
        for (JsonNode made : document.path("epcisBody").path("eventList")) {
            JsonNode quantities = made.has("quantityList") ? made.get("quantityList") : made.path("childQuantityList");
            JsonNode statements = made.path("lotwire:statements");
            for (int i = 0; i < statements.size(); i++) {
                JsonNode statement = statements.get(i);
                String id = statement.path("lotwire:eventId").asText();
                LotEvent event = events.get(Integer.parseInt(id.substring("id-".length())));
                checkEpcis(made, quantities.path(i), statement, event);
                told++;
            }
        }
        assertThat(told).isEqualTo(events.size());
    }

    private static void checkEpcis(JsonNode made, JsonNode quantity, JsonNode statement, LotEvent event) {
        assertThat(statement.path("lotwire:quantity").asText())
                .isEqualTo(event.quantity().value().toPlainString());
        assertThat(statement.path("lotwire:unit").asText())
                .isEqualTo(event.quantity().unit());
        assertThat(statement.path("cbvmda:lotNumber").asText())
                .isEqualTo(event.lot() == null ? "" : event.lot().code());
        assertThat(statement.path("cbvmda:itemExpirationDate").asText())
                .isEqualTo(event.lot() == null ? "" : event.lot().expires());
        assertThat(made.path("parentID").asText())
                .isEqualTo(
                        event.unit() == null || event.condition() == Condition.SHORT
                                ? ""
                                : "https://id.gs1.org/00/" + event.unit().sscc());
        assertThat(made.findValuesAsText("source")).containsExactly("https://id.gs1.org/414/" + FARM.gln());
        assertThat(made.findValuesAsText("destination")).containsExactly("https://id.gs1.org/414/" + STORE.gln());
        assertThat(made.path("lotwire:shipFrom").path("lotwire:name").asText()).isEqualTo(FARM.name());
        assertThat(made.path("lotwire:shipTo").path("lotwire:name").asText()).isEqualTo(STORE.name());
        BigDecimal ordered = event.quantity().ordered();
        assertThat(statement.path("lotwire:ordered").asText())
                .isEqualTo(ordered == null ? "" : ordered.toPlainString());
        String zoned = zoned(event.time());
        assertThat(made.has("lotwire:eventTimeAssumes")).isEqualTo(zoned.isEmpty());
        if (!zoned.isEmpty()) {
            assertThat(instant(made.path("eventTime").asText()))
                    .isEqualTo(instant(event.time().value()));
        }
        if (quantity.has("quantity")) {
            assertThat(amount(
                            quantity.path("quantity").decimalValue(),
                            UnitList.REC20,
                            quantity.path("uom").asText("")))
                    .isEqualTo(asCounted(event));
        } else if (event.condition() != Condition.SHORT) {
            assertThat(statement.path("lotwire:issues").toString()).contains("UNIT_");
        }
    }

    /** What EPCIS may say: a measure, or a number of the trade items without a unit. */
    private static String asCounted(LotEvent event) {
        Optional<Unit> unit = unit(event);
        boolean isMeasure = unit.isPresent() && unit.get().kind() == UnitKind.MEASURE;
        String amount = amount(event);
        assertThat(unit.isEmpty() || unit.get().kind() != UnitKind.OTHER).isTrue();
        return isMeasure ? amount : amount.substring(0, amount.indexOf(' ') + 1);
    }

    private static boolean isInNoGoodCondition(Heard heard) {
        return heard.condition() != null && heard.condition() != Condition.GOOD;
    }

    /** Only what cannot be said may be refused. */
    private static boolean mayBeRefused(List<LotEvent> events, Format format) {
        if (format.syntax().isEmpty()) {
            return format == Format.TEMPLATE;
        }
        UnitList to = format == Format.EDIFACT_DESADV ? UnitList.REC20 : UnitList.X12;
        return events.stream()
                .anyMatch(event -> (event.condition() != null && event.condition() != Condition.GOOD)
                        || (to == UnitList.X12 && zoned(event.time()).endsWith(":30"))
                        || event.quantity().unit().isEmpty()
                        || !(Units.counterpart(
                                        event.unitList(), event.quantity().unit(), to)
                                instanceof Counterpart.Told));
    }

    private static EventType type(Format format) {
        return switch (format) {
            case X12_944 -> EventType.RECEIVED;
            case X12_940 -> EventType.ORDERED;
            default -> EventType.SHIPPED;
        };
    }

    private static List<String> statements(List<LotEvent> events) {
        return events.stream()
                .map(event -> String.join(
                        " ",
                        event.item().gtin().digits(),
                        event.lot() == null
                                ? "no lot"
                                : event.lot().code() + " " + event.lot().expires(),
                        amount(event),
                        event.unit() == null ? "loose" : event.unit().sscc().digits(),
                        event.shipFrom().gln().digits(),
                        event.shipTo().gln().digits(),
                        zoned(event.time()).isEmpty()
                                ? event.time().value()
                                : instant(event.time().value()).toString()))
                .toList();
    }

    /** How much, in a unit that is the same whatever its code is. */
    private static String amount(LotEvent event) {
        return amount(
                event.quantity().value(), event.unitList(), event.quantity().unit());
    }

    private static String amount(BigDecimal value, UnitList list, String code) {
        Optional<Unit> unit = Units.of(list, code);
        if (unit.isEmpty()) {
            return plain(value) + " " + code;
        }
        String base = unit.get().of();
        return base.isEmpty()
                ? plain(value) + " " + unit.get().name()
                : plain(value.multiply(unit.get().factor())) + " " + base;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static Optional<Unit> unit(LotEvent event) {
        return Units.of(event.unitList(), event.quantity().unit());
    }

    /** The time where it has a zone, else {@code ""}. */
    private static String zoned(EventTime time) {
        return time.value().matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)") ? time.value() : "";
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    @Provide
    Arbitrary<Integer> sends() {
        return Arbitraries.integers().between(0, SENDS.size() - 1);
    }

    @Provide
    Arbitrary<Heard> heard() {
        return Arbitraries.of("856", "945", "DESADV", "INVRPT", "csv-shipment", XML)
                .flatMap(document -> {
                    Arbitrary<String> codes = Arbitraries.frequencyOf(
                            Tuple.of(30, Arbitraries.of(codes(document))), Tuple.of(1, Arbitraries.of("", UNKNOWN)));
                    Arbitrary<Line> lines = Combinators.combine(
                                    Arbitraries.integers().between(0, 3),
                                    Arbitraries.integers().between(0, 3),
                                    Arbitraries.integers().between(0, 2),
                                    Arbitraries.bigDecimals()
                                            .between(new BigDecimal("0.5"), new BigDecimal("999"))
                                            .ofScale(1),
                                    codes,
                                    Arbitraries.of(true, false))
                            .as(Line::new);
                    return Combinators.combine(
                                    times(),
                                    conditions(),
                                    lines.list().ofMinSize(1).ofMaxSize(4))
                            .as((time, condition, all) -> new Heard(document, time, condition, all));
                });
    }

    private static List<String> codes(String document) {
        UnitList list = document.equals(XML) ? UnitList.REC20 : UnitList.of(document, "");
        return Units.all().stream()
                .flatMap(unit -> unit.codes().get(list).stream())
                .sorted()
                .toList();
    }

    private static Arbitrary<EventTime> times() {
        return Arbitraries.of(
                new EventTime("2026-03-04", TimePrecision.DATE),
                new EventTime("2026-03-04T14:30:00", TimePrecision.MINUTE),
                new EventTime("2026-03-04T14:30:00Z", TimePrecision.MINUTE),
                new EventTime("2026-03-04T22:30:00-06:00", TimePrecision.MINUTE),
                new EventTime("2026-03-04T00:30:15+01:00", TimePrecision.SECOND),
                new EventTime("2026-03-04T14:30:15Z", TimePrecision.SECOND),
                new EventTime("2026-03-04T14:30:00+05:30", TimePrecision.MINUTE));
    }

    private static Arbitrary<Condition> conditions() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just((Condition) null)), Tuple.of(1, Arbitraries.of(Condition.class)));
    }

    private static Profiles profiles() {
        try {
            Path folder = Files.createTempDirectory("conservation");
            Files.writeString(folder.resolve("us.yaml"), """
                    name: us
                    title: Us
                    self: true
                    identity:
                      x12: { qualifier: ZZ, id: US }
                      edifact: { qualifier: "14", id: "9506000110004" }
                    """);
            for (int i = 0; i < SENDS.size(); i++) {
                Files.writeString(folder.resolve("partner-" + i + ".yaml"), """
                        name: partner-%s
                        title: Partner
                        identity:
                          x12: { qualifier: ZZ, id: THEM%s }
                          edifact: { qualifier: ZZ, id: THEM%s }
                        wires: { jms: { send: { queue: them%s } } }
                        subscriptions:
                          - name: documents
                            over: jms
                            send: %s
                        """.formatted(i, i, i, i, SENDS.get(i)));
            }
            Profiles profiles = ProfileFolder.load(folder, variable -> null);
            assertThat(profiles.problems()).isEmpty();
            return profiles;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
