package io.lotwire.registry.balance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.walk.LotName;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** Books, differences and stock as JSON. Quantities are text, as in the lot event. What is absent is left out. */
public final class BalanceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BalanceJson() {}

    /** The book of a lot as one JSON object. */
    public static ObjectNode of(LotBalance balance) {
        ObjectNode json = NODES.objectNode();
        ArrayNode places = json.putArray("places");
        balance.places().forEach(place -> {
            ObjectNode node = places.addObject();
            node.set("place", party(place.place()));
            put(node, "unit", place.unit());
            ObjectNode came = node.putObject("came");
            ObjectNode left = node.putObject("left");
            place.inOrder().forEach((kind, amount) -> (kind.comes() ? came : left).set(Word.of(kind), amount(amount)));
            node.set("onHand", amount(place.onHand()));
            put(node, "difference", place.untold().negate());
            node.put("begins", balance.beginsAt(place.place()));
            node.put("complete", place.complete());
        });
        ArrayNode consignments = json.putArray("consignments");
        balance.consignments().forEach(sent -> {
            ObjectNode node = consignments.addObject();
            node.set("from", party(sent.from()));
            node.set("to", party(sent.to()));
            put(node, "unit", sent.unit());
            node.set("document", document(sent.document()));
            put(node, "when", sent.leaves());
            node.put("state", Word.of(sent.state()));
            node.set("sent", amount(sent.sent()));
            node.set("received", amount(sent.received()));
            node.set("underWay", amount(sent.underWay()));
        });
        ArrayNode counts = json.putArray("counts");
        balance.counts().forEach(count -> {
            ObjectNode node = counts.addObject();
            node.set("place", party(count.place()));
            put(node, "unit", count.unit());
            node.set("document", document(count.document()));
            put(node, "when", count.when());
            put(node, "seen", count.seen());
            node.set("book", amount(count.book()));
            node.put("comparable", count.comparable());
            put(node, "difference", count.difference());
        });
        return json;
    }

    /** A difference as one JSON object. */
    public static ObjectNode of(Difference difference) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", Word.of(difference.kind()));
        json.set("lot", lot(difference.lot()));
        json.set("place", party(difference.place()));
        put(json, "unit", difference.unit());
        put(json, "when", difference.when());
        json.set("expected", amount(difference.expected()));
        put(json, "found", difference.found());
        put(json, "difference", difference.amount());
        json.put("explained", difference.isExplained());
        json.set("between", documents(difference.between()));
        json.set("explainedBy", documents(difference.explainedBy()));
        json.set("beside", documents(difference.beside()));
        return json;
    }

    /** A violation as one JSON object. */
    public static ObjectNode of(FefoViolation violation) {
        ObjectNode json = NODES.objectNode();
        json.set("lot", lot(violation.lot()));
        put(json, "expires", violation.expiry().day().toString());
        json.set("older", lot(violation.older()));
        put(json, "olderExpires", violation.olderExpiry().day().toString());
        put(json, "there", violation.there());
        json.set("place", party(violation.shipped().place()));
        put(json, "shipped", violation.shipped().quantity());
        put(json, "unit", violation.shipped().unit());
        put(json, "when", violation.shipped().when());
        json.set("document", document(violation.shipped().document()));
        return json;
    }

    /** Stock that expires, as one JSON object. */
    public static ObjectNode of(ExpiringStock stock) {
        ObjectNode json = NODES.objectNode();
        json.set("lot", lot(stock.lot()));
        put(json, "expires", stock.expiry().day().toString());
        json.put("derived", stock.expiry().isDerived());
        json.put("daysLeft", stock.daysLeft());
        json.set("place", party(stock.place()));
        put(json, "unit", stock.unit());
        json.set("amount", amount(stock.amount()));
        json.put("underWay", stock.underWay());
        ArrayNode standing = json.putArray("statuses");
        stock.standing().stream().map(LotStatus::kind).map(LotStatus.Kind::word).forEach(standing::add);
        ArrayNode tooOld = json.putArray("belowMinimumOf");
        stock.tooOldFor().forEach(tooOld::add);
        return json;
    }

    /** An order in which to pick, as one JSON object. */
    public static ObjectNode of(PickOrder order) {
        ObjectNode json = NODES.objectNode();
        json.put("rule", Word.of(order.rule()));
        ArrayNode picks = json.putArray("picks");
        order.picks().forEach(pick -> {
            ObjectNode node = picks.addObject();
            node.set("lot", lot(pick.lot()));
            pick.lot()
                    .expiry()
                    .ifPresent(expiry -> put(node, "expires", expiry.day().toString()));
            put(node, "came", pick.came());
            put(node, "unit", pick.unit());
            node.set("onHand", amount(pick.onHand()));
            put(node, "take", pick.take());
        });
        ArrayNode leftOut = json.putArray("leftOut");
        order.leftOut().forEach(each -> {
            ObjectNode node = leftOut.addObject();
            node.set("lot", lot(each.lot()));
            put(node, "unit", each.unit());
            node.set("onHand", amount(each.onHand()));
            put(node, "why", each.why());
        });
        put(json, "missing", order.missing());
        put(json, "unit", order.unit());
        return json;
    }

    /** A lot as one JSON object. */
    public static ObjectNode lot(LotName lot) {
        ObjectNode json = NODES.objectNode();
        json.put("code", lot.code());
        put(json, "gtin", lot.gtin());
        put(json, "description", lot.description());
        return json;
    }

    private static ObjectNode lot(StockLot lot) {
        return lot(new LotName(
                lot.id(),
                lot.lot().code(),
                lot.item().gtin() == null ? "" : lot.item().gtin().digits(),
                lot.item().description()));
    }

    private static ObjectNode party(TracedParty party) {
        ObjectNode json = NODES.objectNode();
        put(json, "name", party.name());
        put(json, "gln", party.gln());
        return json;
    }

    private static ArrayNode documents(List<DocumentName> documents) {
        ArrayNode json = NODES.arrayNode();
        documents.forEach(each -> json.add(document(each)));
        return json;
    }

    private static ObjectNode document(DocumentName document) {
        ObjectNode json = NODES.objectNode();
        put(json, "partner", document.partner());
        put(json, "document", document.document());
        put(json, "number", document.number());
        return json;
    }

    private static ObjectNode amount(Amount amount) {
        ObjectNode json = NODES.objectNode();
        put(json, "certain", amount.certain());
        put(json, "possible", amount.possible());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static void put(ObjectNode json, String name, BigDecimal value) {
        if (value != null) {
            json.put(name, value.toPlainString());
        }
    }

    private static void put(ObjectNode json, String name, LocalDateTime value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void put(ObjectNode json, String name, Moment when) {
        if (when != null) {
            json.put(name, when.begins().toString());
        }
    }
}
