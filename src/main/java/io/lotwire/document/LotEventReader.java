package io.lotwire.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.lot.Address;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.UnitType;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads what {@link LotEventJson} writes. */
final class LotEventReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LotEventReader() {}

    static LotEvent read(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode time = json.path("eventTime");
        return new LotEvent(
                text(json, "eventId"),
                word(EventType.class, json, "type"),
                word(Purpose.class, json, "purpose"),
                time.isMissingNode()
                        ? null
                        : new EventTime(time.textValue(), word(TimePrecision.class, json, "timePrecision")),
                item(json.path("item")),
                whenPresent(json.path("lot"), LotEventReader::lot),
                whenPresent(json.path("quantity"), LotEventReader::quantity),
                whenPresent(json.path("logisticUnit"), LotEventReader::unit),
                whenPresent(json.path("shipFrom"), LotEventReader::party),
                whenPresent(json.path("shipTo"), LotEventReader::party),
                references(json.path("references")),
                source(json.path("source")),
                list(
                        json.path("issues"),
                        each -> new Issue(
                                word(IssueCode.class, each, "code"),
                                word(Severity.class, each, "severity"),
                                text(each, "message"))));
    }

    /** Those of a type whose value is a list of numbers are a reference each: a document may name two of a kind. */
    private static List<Reference> references(JsonNode json) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode each : json) {
            JsonNode value = each.path("value");
            for (JsonNode number : value.isArray() ? value : List.of(value)) {
                references.add(new Reference(text(each, "type"), number.asText(""), text(each, "date")));
            }
        }
        return references;
    }

    private static Item item(JsonNode json) {
        return new Item(
                whenPresent(json.path("gtin"), each -> new Gtin(each.textValue())),
                list(json.path("ids"), each -> new ItemId(text(each, "scheme"), text(each, "value"))),
                text(json, "description"));
    }

    private static Lot lot(JsonNode json) {
        return new Lot(
                text(json, "code"),
                word(LotKind.class, json, "kind"),
                text(json, "expires"),
                text(json, "bestBefore"),
                text(json, "manufactured"),
                text(json, "packed"),
                text(json, "harvested"),
                whenPresent(
                        json.path("source"),
                        each -> new LotSource(text(each, "gln"), text(each, "name"), text(each, "reference"))));
    }

    private static Quantity quantity(JsonNode json) {
        return new Quantity(
                whenPresent(json.path("value"), each -> new BigDecimal(each.textValue())),
                text(json, "unit"),
                whenPresent(json.path("ordered"), each -> new BigDecimal(each.textValue())));
    }

    private static LogisticUnit unit(JsonNode json) {
        return new LogisticUnit(
                whenPresent(json.path("sscc"), each -> new Sscc(each.textValue())),
                whenPresent(json.path("parentSscc"), each -> new Sscc(each.textValue())),
                word(UnitType.class, json, "type"));
    }

    private static Party party(JsonNode json) {
        return new Party(
                whenPresent(json.path("gln"), each -> new Gln(each.textValue())),
                text(json, "name"),
                list(json.path("ids"), each -> new PartyId(text(each, "scheme"), text(each, "value"))),
                whenPresent(
                        json.path("address"),
                        each -> new Address(
                                text(each, "line1"),
                                text(each, "line2"),
                                text(each, "city"),
                                text(each, "region"),
                                text(each, "postalCode"),
                                text(each, "country"))));
    }

    private static Source source(JsonNode json) {
        return new Source(
                text(json, "partner"),
                text(json, "document"),
                text(json, "version"),
                text(json, "interchange"),
                text(json, "group"),
                text(json, "transaction"),
                text(json, "sha256"),
                json.path("segment").intValue(),
                json.path("offset").longValue(),
                json.path("length").intValue(),
                text(json, "mapping"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    /** The constant of a word, null when it is absent. */
    private static <E extends Enum<E>> E word(Class<E> type, JsonNode json, String name) {
        return whenPresent(
                json.path(name),
                each -> Enum.valueOf(
                        type, each.asText().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static <T> T whenPresent(JsonNode json, Function<JsonNode, T> read) {
        return json.isMissingNode() ? null : read.apply(json);
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        json.forEach(each -> items.add(read.apply(each)));
        return items;
    }
}
