package io.lotwire.document;

import io.lotwire.lot.Address;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.json.LeanJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the events of an {@link EpcisDocument}. */
final class EpcisEvent {
    /** Core Business Vocabulary 2.0, 7.3. */
    private static final Map<String, String> TRANSACTIONS =
            Map.of("purchase-order", "po", "asn", "desadv", "bill-of-lading", "bol", "invoice", "inv");

    private final LeanJson json;
    private final Instant created;

    EpcisEvent(LeanJson json, Instant created) {
        this.json = json;
        this.created = created;
    }

    /** What statements must have in common to be made by one event. */
    static List<Object> sameness(LotEvent event, Sscc sscc) {
        return Arrays.asList(
                event.type(),
                event.purpose(),
                event.time(),
                event.condition(),
                event.shipFrom(),
                event.shipTo(),
                event.references(),
                event.source().partner(),
                event.source().sha256(),
                event.source().interchange(),
                event.source().group(),
                event.source().transaction(),
                event.transformation(),
                sscc);
    }

    /** One event for statements with the same {@link #sameness}; two for what came out of production on a unit. */
    void write(List<LotEvent> statements) {
        LotEvent first = statements.get(0);
        boolean isThere = EpcisState.of(first).observed();
        boolean inUnit = isThere && first.unit() != null && first.unit().sscc() != null;
        Transformation run = first.purpose() == Purpose.CANCEL ? null : first.transformation();
        if (run == null) {
            begin(inUnit ? "AggregationEvent" : "ObjectEvent", "event", statements);
            writeGoods(isThere, inUnit, statements);
            writeStatements(statements);
            json.end();
            return;
        }
        writeTransformation(run, statements);
        if (inUnit && run.role() == Transformation.Role.OUTPUT) {
            begin("AggregationEvent", "packing", statements);
            writeGoods(isThere, true, statements);
            json.end();
        }
    }

    /** What went in and what came out are events of their own: their {@code transformationID} joins them (EPCIS 2.0, 7.4.6). */
    private void writeTransformation(Transformation run, List<LotEvent> statements) {
        LotEvent first = statements.get(0);
        begin("TransformationEvent", "event", statements);
        json.text("transformationID", EpcisId.of(run, first.source().partner()));
        json.beginList(run.role() == Transformation.Role.INPUT ? "inputQuantityList" : "outputQuantityList");
        statements.forEach(this::writeQuantity);
        json.endList();
        writeBusinessContext(first);
        writeStatements(statements);
        json.end();
    }

    /** The goods of an event that is begun: loose, or on a unit; goods that were not there are not counted. */
    private void writeGoods(boolean isThere, boolean inUnit, List<LotEvent> statements) {
        LotEvent first = statements.get(0);
        json.text("action", "OBSERVE");
        if (inUnit) {
            json.text("parentID", EpcisId.of(first.unit().sscc()));
        }
        if (isThere) {
            json.beginList(inUnit ? "childQuantityList" : "quantityList");
            for (LotEvent statement : statements) {
                writeQuantity(statement);
            }
        } else {
            json.beginList("epcList");
        }
        json.endList();
        writeBusinessContext(first);
    }

    /** One event for units that stand in another unit. */
    void writeNesting(List<LotEvent> statements) {
        LotEvent first = statements.get(0);
        begin("AggregationEvent", "nesting", statements);
        json.text("action", "OBSERVE");
        json.text("parentID", EpcisId.of(first.unit().parent()));
        json.beginList("childEPCs");
        Set<Sscc> children = new LinkedHashSet<>();
        statements.forEach(statement -> children.add(statement.unit().sscc()));
        for (Sscc child : children) {
            json.item(EpcisId.of(child));
        }
        json.endList();
        writeBusinessContext(first);
        json.end();
    }

    private void begin(String type, String kind, List<LotEvent> statements) {
        LotEvent first = statements.get(0);
        EpcisTime time = EpcisTime.of(first.time(), created);
        json.beginItem();
        json.text("type", type);
        json.text("eventID", EpcisId.ofStatements(kind, statements));
        json.text("eventTime", time.time());
        json.text("eventTimeZoneOffset", time.offset());
        json.text("lotwire:eventTimeAssumes", time.assumes());
        if (first.time() != null) {
            json.text("lotwire:statedTime", first.time().value());
            json.word("lotwire:timePrecision", first.time().precision());
        }
        json.word("lotwire:type", first.type());
        json.word("lotwire:purpose", first.purpose());
        json.word("lotwire:condition", first.condition());
    }

    private void writeQuantity(LotEvent statement) {
        json.beginItem();
        json.text("epcClass", EpcisId.ofClass(statement));
        EpcisQuantity quantity = EpcisQuantity.of(statement);
        if (quantity.value() != null) {
            json.number("quantity", quantity.value());
            json.text("uom", quantity.uom());
        }
        json.end();
    }

    private void writeBusinessContext(LotEvent event) {
        EpcisState state = EpcisState.of(event);
        json.text("bizStep", state.step());
        json.text("disposition", state.disposition());
        Party here = event.type() == EventType.RECEIVED ? event.shipTo() : event.shipFrom();
        Optional<String> readPoint = EpcisId.of(here);
        if (readPoint.isPresent()) {
            json.begin("readPoint");
            json.text("id", readPoint.get());
            json.end();
        }
        writeTransactions(event);
        writePlace("sourceList", "source", event.shipFrom());
        writePlace("destinationList", "destination", event.shipTo());
        writeParty("lotwire:shipFrom", event.shipFrom());
        writeParty("lotwire:shipTo", event.shipTo());
    }

    private void writeTransactions(LotEvent event) {
        if (event.references().isEmpty()) {
            return;
        }
        json.beginList("bizTransactionList");
        for (Reference reference : event.references()) {
            json.beginItem();
            json.text(
                    "type",
                    TRANSACTIONS.getOrDefault(reference.type(), "urn:lotwire:transaction-type:" + reference.type()));
            json.text("bizTransaction", EpcisId.of(reference, event.source().partner()));
            json.end();
        }
        json.endList();
    }

    private void writePlace(String list, String name, Party party) {
        Optional<String> place = EpcisId.of(party);
        if (place.isPresent()) {
            json.beginList(list);
            json.beginItem();
            json.text("type", "location");
            json.text(name, place.get());
            json.end();
            json.endList();
        }
    }

    /** What EPCIS does not say of a party: its name, its numbers and its address. */
    private void writeParty(String name, Party party) {
        if (party == null) {
            return;
        }
        json.begin(name);
        json.text("lotwire:name", party.name());
        writeTexts("lotwire:ids", party.ids(), id -> id.scheme() + ":" + id.value());
        Address address = party.address();
        if (address != null) {
            json.begin("lotwire:address");
            json.text("lotwire:line1", address.line1());
            json.text("lotwire:line2", address.line2());
            json.text("lotwire:city", address.city());
            json.text("lotwire:region", address.region());
            json.text("lotwire:postalCode", address.postalCode());
            json.text("lotwire:country", address.country());
            json.end();
        }
        json.end();
    }

    private void writeStatements(List<LotEvent> statements) {
        json.beginList("lotwire:statements");
        for (LotEvent statement : statements) {
            json.beginItem();
            json.text("lotwire:eventId", statement.eventId());
            json.text("lotwire:epcClass", EpcisId.ofClass(statement));
            writeTexts("lotwire:itemIds", statement.item().ids(), id -> id.scheme() + ":" + id.value());
            json.text("lotwire:description", statement.item().description());
            writeLot(statement.lot());
            if (statement.quantity() != null) {
                json.decimal("lotwire:quantity", statement.quantity().value());
                json.text("lotwire:unit", statement.quantity().unit());
                json.word("lotwire:unitList", statement.quantity().list());
                json.decimal("lotwire:ordered", statement.quantity().ordered());
            }
            writeReason(statement.reason());
            writeTexts(
                    "lotwire:issues", issues(statement), issue -> issue.code().name());
            json.end();
        }
        json.endList();
    }

    /** The event's, and why its quantity is unsaid. */
    private static List<Issue> issues(LotEvent statement) {
        Issue unsaid = EpcisQuantity.of(statement).issue();
        return unsaid == null
                ? statement.issues()
                : Stream.concat(statement.issues().stream(), Stream.of(unsaid)).toList();
    }

    /** Dates by the names of the Core Business Vocabulary 2.0, 9.2. */
    private void writeLot(Lot lot) {
        if (lot == null) {
            return;
        }
        json.text("cbvmda:lotNumber", lot.code());
        json.word("lotwire:lotKind", lot.kind());
        json.text("cbvmda:itemExpirationDate", lot.expires());
        json.text("cbvmda:bestBeforeDate", lot.bestBefore());
        json.text("lotwire:manufacturedDate", lot.manufactured());
        json.text("lotwire:packedDate", lot.packed());
        json.text("lotwire:harvestedDate", lot.harvested());
        writeCertainty(lot.certainty());
        LotSource source = lot.source();
        if (source != null) {
            json.begin("lotwire:lotSource");
            json.text("lotwire:gln", source.gln());
            json.text("lotwire:name", source.name());
            json.text("lotwire:reference", source.reference());
            json.end();
        }
    }

    private void writeCertainty(Certainty certainty) {
        if (certainty != null) {
            json.word("lotwire:lotCertainty", certainty.kind());
            json.text("lotwire:lotRule", certainty.rule());
            json.texts("lotwire:lotAmong", certainty.among());
        }
    }

    private void writeReason(Reason reason) {
        if (reason != null) {
            json.begin("lotwire:reason");
            json.text("lotwire:code", reason.code());
            json.text("lotwire:list", reason.list());
            json.text("lotwire:text", reason.text());
            json.end();
        }
    }

    private <T> void writeTexts(String name, List<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            json.beginList(name);
            for (T value : values) {
                json.item(text.apply(value));
            }
            json.endList();
        }
    }
}
