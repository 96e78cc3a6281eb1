package io.lotwire.document;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.lot.Address;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Lot events as JSON, one object a line: the form that {@code mappings/lot-event.schema.json} describes. Absent values
 * are left out.
 */
public final class LotEventJson implements LotEventWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    /** Writes to a stream, which closing this writer closes. */
    public LotEventJson(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    @Override
    public void write(LotEvent event) throws IOException {
        writeObject(event, json);
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** One event as a text without line breaks. */
    public static String line(LotEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            writeObject(event, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when the text is no lot event; the message says why
     */
    public static LotEvent read(String text) {
        return LotEventReader.read(text);
    }

    /** Writes an event as an object into JSON of the caller's. */
    public static void writeObject(LotEvent event, JsonGenerator generator) throws IOException {
        LeanJson json = new LeanJson(generator);
        json.beginItem();
        json.text("eventId", event.eventId());
        json.word("type", event.type());
        json.word("purpose", event.purpose());
        if (event.time() != null) {
            json.text("eventTime", event.time().value());
            json.word("timePrecision", event.time().precision());
        }
        writeItem(event.item(), json);
        writeLot(event.lot(), json);
        writeQuantity(event.quantity(), json);
        writeUnit(event.unit(), json);
        writeParty("shipFrom", event.shipFrom(), json);
        writeParty("shipTo", event.shipTo(), json);
        writeReferences(event, json);
        writeSource(event.source(), json);
        writeIssues(event, json);
        json.end();
    }

    private static void writeItem(Item item, LeanJson json) throws IOException {
        json.begin("item");
        json.text("gtin", item.gtin());
        if (!item.ids().isEmpty()) {
            json.beginList("ids");
            for (ItemId id : item.ids()) {
                writeId(id.scheme(), id.value(), json);
            }
            json.endList();
        }
        json.text("description", item.description());
        json.end();
    }

    private static void writeId(String scheme, String value, LeanJson json) throws IOException {
        json.beginItem();
        json.text("scheme", scheme);
        json.text("value", value);
        json.end();
    }

    private static void writeLot(Lot lot, LeanJson json) throws IOException {
        if (lot == null) {
            return;
        }
        json.begin("lot");
        json.text("code", lot.code());
        json.word("kind", lot.kind());
        json.text("expires", lot.expires());
        json.text("bestBefore", lot.bestBefore());
        json.text("manufactured", lot.manufactured());
        json.text("packed", lot.packed());
        json.text("harvested", lot.harvested());
        LotSource source = lot.source();
        if (source != null) {
            json.begin("source");
            json.text("gln", source.gln());
            json.text("name", source.name());
            json.text("reference", source.reference());
            json.end();
        }
        json.end();
    }

    private static void writeQuantity(Quantity quantity, LeanJson json) throws IOException {
        if (quantity == null) {
            return;
        }
        json.begin("quantity");
        json.text("value", plain(quantity.value()));
        json.text("unit", quantity.unit());
        json.text("ordered", plain(quantity.ordered()));
        json.end();
    }

    /** Digits without an exponent; {@code ""} for null. */
    static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static void writeUnit(LogisticUnit unit, LeanJson json) throws IOException {
        if (unit == null) {
            return;
        }
        json.begin("logisticUnit");
        json.text("sscc", unit.sscc());
        json.text("parentSscc", unit.parent());
        json.word("type", unit.type());
        json.end();
    }

    private static void writeParty(String name, Party party, LeanJson json) throws IOException {
        if (party == null) {
            return;
        }
        json.begin(name);
        json.text("gln", party.gln());
        json.text("name", party.name());
        if (!party.ids().isEmpty()) {
            json.beginList("ids");
            for (PartyId id : party.ids()) {
                writeId(id.scheme(), id.value(), json);
            }
            json.endList();
        }
        Address address = party.address();
        if (address != null) {
            json.begin("address");
            json.text("line1", address.line1());
            json.text("line2", address.line2());
            json.text("city", address.city());
            json.text("region", address.region());
            json.text("postalCode", address.postalCode());
            json.text("country", address.country());
            json.end();
        }
        json.end();
    }

    private static void writeReferences(LotEvent event, LeanJson json) throws IOException {
        if (event.references().isEmpty()) {
            return;
        }
        json.beginList("references");
        for (Reference reference : event.references()) {
            json.beginItem();
            json.text("type", reference.type());
            json.text("value", reference.value());
            json.text("date", reference.date());
            json.end();
        }
        json.endList();
    }

    private static void writeSource(Source source, LeanJson json) throws IOException {
        json.begin("source");
        json.text("partner", source.partner());
        json.text("document", source.document());
        json.text("version", source.version());
        json.text("interchange", source.interchange());
        json.text("group", source.group());
        json.text("transaction", source.transaction());
        json.text("sha256", source.sha256());
        json.number("segment", source.segment());
        json.number("offset", source.offset());
        json.number("length", source.length());
        json.text("mapping", source.mapping());
        json.end();
    }

    private static void writeIssues(LotEvent event, LeanJson json) throws IOException {
        if (event.issues().isEmpty()) {
            return;
        }
        json.beginList("issues");
        for (Issue issue : event.issues()) {
            json.beginItem();
            json.text("code", issue.code().name());
            json.word("severity", issue.severity());
            json.text("message", issue.message());
            json.end();
        }
        json.endList();
    }
}
