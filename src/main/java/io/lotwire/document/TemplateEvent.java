package io.lotwire.document;

import io.lotwire.lot.Address;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.Gln;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A lot event as templates see it: with the names of {@code lot-event.schema.json}, and {@code ""} for what is absent, so
 * that a name which is not there is a mistake in the template.
 *
 * @param event the event
 * @param values what it says
 */
record TemplateEvent(LotEvent event, Map<String, Object> values) {

    static TemplateEvent of(LotEvent event) {
        EventTime time = event.time();
        return new TemplateEvent(
                event,
                Map.ofEntries(
                        Map.entry("eventId", event.eventId()),
                        Map.entry("type", Word.of(event.type())),
                        Map.entry("purpose", Word.of(event.purpose())),
                        Map.entry("eventTime", time == null ? "" : time.value()),
                        Map.entry(
                                "item",
                                Map.of(
                                        "gtin",
                                        event.item().gtin() == null
                                                ? ""
                                                : event.item().gtin().digits(),
                                        "description",
                                        event.item().description())),
                        Map.entry("lot", lot(event.lot())),
                        Map.entry("quantity", quantity(event.quantity())),
                        Map.entry("condition", event.condition() == null ? "" : Word.of(event.condition())),
                        Map.entry("reason", reason(event.reason())),
                        Map.entry("logisticUnit", unit(event.unit())),
                        Map.entry("shipFrom", party(event.shipFrom())),
                        Map.entry("shipTo", party(event.shipTo()))));
    }

    /** The item's number in a scheme; {@code ""} when it has none. */
    String number(String scheme) {
        return event.item().ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ItemId::value)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> lot(Lot lot) {
        LotSource source = lot == null || lot.source() == null ? new LotSource("", "", "") : lot.source();
        Certainty certainty = lot == null ? null : lot.certainty();
        return Map.of(
                "code", lot == null ? "" : lot.code(),
                "kind", lot == null ? "" : Word.of(lot.kind()),
                "expires", lot == null ? "" : lot.expires(),
                "bestBefore", lot == null ? "" : lot.bestBefore(),
                "manufactured", lot == null ? "" : lot.manufactured(),
                "packed", lot == null ? "" : lot.packed(),
                "harvested", lot == null ? "" : lot.harvested(),
                "source", Map.of("gln", source.gln(), "name", source.name(), "reference", source.reference()),
                "certainty", certainty == null ? "" : Word.of(certainty.kind()),
                "rule", certainty == null ? "" : certainty.rule());
    }

    private static Map<String, Object> reason(Reason reason) {
        return Map.of(
                "code", reason == null ? "" : reason.code(),
                "list", reason == null ? "" : reason.list(),
                "text", reason == null ? "" : reason.text());
    }

    private static Map<String, Object> quantity(Quantity quantity) {
        return Map.of(
                "value", quantity == null ? "" : plain(quantity.value()),
                "unit", quantity == null ? "" : quantity.unit(),
                "ordered", quantity == null ? "" : plain(quantity.ordered()));
    }

    private static Map<String, Object> unit(LogisticUnit unit) {
        return Map.of(
                "sscc", unit == null ? "" : digits(unit.sscc()),
                "parentSscc", unit == null ? "" : digits(unit.parent()),
                "type", unit == null || unit.type() == null ? "" : Word.of(unit.type()));
    }

    private static Map<String, Object> party(Party party) {
        Address address =
                party == null || party.address() == null ? new Address("", "", "", "", "", "") : party.address();
        Gln gln = party == null ? null : party.gln();
        return Map.of(
                "gln", gln == null ? "" : gln.digits(),
                "name", party == null ? "" : party.name(),
                "address",
                        Map.of(
                                "line1", address.line1(),
                                "line2", address.line2(),
                                "city", address.city(),
                                "region", address.region(),
                                "postalCode", address.postalCode(),
                                "country", address.country()));
    }

    private static String digits(Sscc sscc) {
        return sscc == null ? "" : sscc.digits();
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
