package io.lotwire.document;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.Address;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.json.LeanJson;
import java.io.IOException;
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

    private final JsonGenerator json;
    private final LeanJson lean;
    private final Instant created;

    EpcisEvent(JsonGenerator json, Instant created) {
        this.json = json;
        this.lean = new LeanJson(json);
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
                sscc);
    }

    /** One event for statements with the same {@link #sameness}. */
    void write(List<LotEvent> statements) throws IOException {
        LotEvent first = statements.get(0);
        boolean isThere = EpcisState.of(first).observed();
        boolean inUnit = isThere && first.unit() != null && first.unit().sscc() != null;
        begin(inUnit ? "AggregationEvent" : "ObjectEvent", "event", statements);
        if (inUnit) {
            json.writeStringField("parentID", EpcisId.of(first.unit().sscc()));
        }
        if (isThere) {
            json.writeArrayFieldStart(inUnit ? "childQuantityList" : "quantityList");
            for (LotEvent statement : statements) {
                writeQuantity(statement);
            }
        } else {
            json.writeArrayFieldStart("epcList");
        }
        json.writeEndArray();
        writeBusinessContext(first);
        writeStatements(statements);
        json.writeEndObject();
    }

    /** One event for units that stand in another unit. */
    void writeNesting(List<LotEvent> statements) throws IOException {
        LotEvent first = statements.get(0);
        begin("AggregationEvent", "nesting", statements);
        json.writeStringField("parentID", EpcisId.of(first.unit().parent()));
        json.writeArrayFieldStart("childEPCs");
        Set<Sscc> children = new LinkedHashSet<>();
        statements.forEach(statement -> children.add(statement.unit().sscc()));
        for (Sscc child : children) {
            json.writeString(EpcisId.of(child));
        }
        json.writeEndArray();
        writeBusinessContext(first);
        json.writeEndObject();
    }

    private void begin(String type, String kind, List<LotEvent> statements) throws IOException {
        LotEvent first = statements.get(0);
        EpcisTime time = EpcisTime.of(first.time(), created);
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("eventID", EpcisId.ofStatements(kind, statements));
        json.writeStringField("eventTime", time.time());
        json.writeStringField("eventTimeZoneOffset", time.offset());
        lean.text("lotwire:eventTimeAssumes", time.assumes());
        if (first.time() != null) {
            lean.text("lotwire:statedTime", first.time().value());
            lean.word("lotwire:timePrecision", first.time().precision());
        }
        lean.word("lotwire:type", first.type());
        lean.word("lotwire:purpose", first.purpose());
        lean.word("lotwire:condition", first.condition());
        json.writeStringField("action", "OBSERVE");
    }

    private void writeQuantity(LotEvent statement) throws IOException {
        json.writeStartObject();
        json.writeStringField("epcClass", EpcisId.ofClass(statement));
        EpcisQuantity quantity = EpcisQuantity.of(statement);
        if (quantity.value() != null) {
            json.writeNumberField("quantity", quantity.value());
            lean.text("uom", quantity.uom());
        }
        json.writeEndObject();
    }

    private void writeBusinessContext(LotEvent event) throws IOException {
        EpcisState state = EpcisState.of(event);
        lean.text("bizStep", state.step());
        lean.text("disposition", state.disposition());
        Party here = event.type() == EventType.RECEIVED ? event.shipTo() : event.shipFrom();
        Optional<String> readPoint = EpcisId.of(here);
        if (readPoint.isPresent()) {
            json.writeObjectFieldStart("readPoint");
            json.writeStringField("id", readPoint.get());
            json.writeEndObject();
        }
        writeTransactions(event);
        writePlace("sourceList", "source", event.shipFrom());
        writePlace("destinationList", "destination", event.shipTo());
        writeParty("lotwire:shipFrom", event.shipFrom());
        writeParty("lotwire:shipTo", event.shipTo());
    }

    private void writeTransactions(LotEvent event) throws IOException {
        if (event.references().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("bizTransactionList");
        for (Reference reference : event.references()) {
            json.writeStartObject();
            json.writeStringField(
                    "type",
                    TRANSACTIONS.getOrDefault(reference.type(), "urn:lotwire:transaction-type:" + reference.type()));
            json.writeStringField(
                    "bizTransaction", EpcisId.of(reference, event.source().partner()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePlace(String list, String name, Party party) throws IOException {
        Optional<String> place = EpcisId.of(party);
        if (place.isPresent()) {
            json.writeArrayFieldStart(list);
            json.writeStartObject();
            json.writeStringField("type", "location");
            json.writeStringField(name, place.get());
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    /** What EPCIS does not say of a party: its name, its numbers and its address. */
    private void writeParty(String name, Party party) throws IOException {
        if (party == null) {
            return;
        }
        lean.begin(name);
        lean.text("lotwire:name", party.name());
        writeTexts("lotwire:ids", party.ids(), id -> id.scheme() + ":" + id.value());
        Address address = party.address();
        if (address != null) {
            lean.begin("lotwire:address");
            lean.text("lotwire:line1", address.line1());
            lean.text("lotwire:line2", address.line2());
            lean.text("lotwire:city", address.city());
            lean.text("lotwire:region", address.region());
            lean.text("lotwire:postalCode", address.postalCode());
            lean.text("lotwire:country", address.country());
            lean.end();
        }
        lean.end();
    }

    private void writeStatements(List<LotEvent> statements) throws IOException {
        json.writeArrayFieldStart("lotwire:statements");
        for (LotEvent statement : statements) {
            lean.beginItem();
            lean.text("lotwire:eventId", statement.eventId());
            lean.text("lotwire:epcClass", EpcisId.ofClass(statement));
            writeTexts("lotwire:itemIds", statement.item().ids(), id -> id.scheme() + ":" + id.value());
            lean.text("lotwire:description", statement.item().description());
            writeLot(statement.lot());
            if (statement.quantity() != null) {
                lean.decimal("lotwire:quantity", statement.quantity().value());
                lean.text("lotwire:unit", statement.quantity().unit());
                lean.word("lotwire:unitList", statement.quantity().list());
                lean.decimal("lotwire:ordered", statement.quantity().ordered());
            }
            writeReason(statement.reason());
            writeTexts(
                    "lotwire:issues", issues(statement), issue -> issue.code().name());
            lean.end();
        }
        json.writeEndArray();
    }

    /** The event's, and why its quantity is unsaid. */
    private static List<Issue> issues(LotEvent statement) {
        Issue unsaid = EpcisQuantity.of(statement).issue();
        return unsaid == null
                ? statement.issues()
                : Stream.concat(statement.issues().stream(), Stream.of(unsaid)).toList();
    }

    /** Dates by the names of the Core Business Vocabulary 2.0, 9.2. */
    private void writeLot(Lot lot) throws IOException {
        if (lot == null) {
            return;
        }
        lean.text("cbvmda:lotNumber", lot.code());
        lean.word("lotwire:lotKind", lot.kind());
        lean.text("cbvmda:itemExpirationDate", lot.expires());
        lean.text("cbvmda:bestBeforeDate", lot.bestBefore());
        lean.text("lotwire:manufacturedDate", lot.manufactured());
        lean.text("lotwire:packedDate", lot.packed());
        lean.text("lotwire:harvestedDate", lot.harvested());
        writeCertainty(lot.certainty());
        LotSource source = lot.source();
        if (source != null) {
            lean.begin("lotwire:lotSource");
            lean.text("lotwire:gln", source.gln());
            lean.text("lotwire:name", source.name());
            lean.text("lotwire:reference", source.reference());
            lean.end();
        }
    }

    private void writeCertainty(Certainty certainty) throws IOException {
        if (certainty != null) {
            lean.word("lotwire:lotCertainty", certainty.kind());
            lean.text("lotwire:lotRule", certainty.rule());
            lean.texts("lotwire:lotAmong", certainty.among());
        }
    }

    private void writeReason(Reason reason) throws IOException {
        if (reason != null) {
            lean.begin("lotwire:reason");
            lean.text("lotwire:code", reason.code());
            lean.text("lotwire:list", reason.list());
            lean.text("lotwire:text", reason.text());
            lean.end();
        }
    }

    private <T> void writeTexts(String name, List<T> values, Function<T, String> text) throws IOException {
        if (!values.isEmpty()) {
            lean.beginList(name);
            for (T value : values) {
                json.writeString(text.apply(value));
            }
            lean.endList();
        }
    }
}
