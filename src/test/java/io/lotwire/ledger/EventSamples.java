package io.lotwire.ledger;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Condition;
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
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.json.LotEventJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Lot events for tests: {@code EventSamples.shipped("id").lot("A1").of(...).event()}. */
public final class EventSamples {
    private final String id;
    private final EventType type;
    private Purpose purpose = Purpose.ORIGINAL;
    private EventTime when = new EventTime("2026-03-04", TimePrecision.DATE);
    private String gtin = "";
    private final List<ItemId> ids = new ArrayList<>();
    private String description = "";
    private String lot = "";
    private String expires = "";
    private String source = "";
    private String quantity = "";
    private String unit = "CA";
    private String ordered = "";
    private String manufactured = "";
    private String sscc = "";
    private String parent = "";
    private Transformation transformation;
    private Certainty certainty;
    private Condition condition;
    private Party from;
    private Party to;
    private final List<Reference> references = new ArrayList<>();
    private String partner = "green-valley-farm";
    private String document = "856";

    private EventSamples(String id, EventType type) {
        this.id = id;
        this.type = type;
    }

    public static EventSamples shipped(String id) {
        return new EventSamples(id, EventType.SHIPPED);
    }

    public static EventSamples of(EventType type, String id) {
        return new EventSamples(id, type);
    }

    public EventSamples purpose(Purpose value) {
        purpose = value;
        return this;
    }

    public EventSamples on(String date) {
        when = new EventTime(date, TimePrecision.DATE);
        return this;
    }

    /** To the second, with an offset from UTC or without. */
    public EventSamples at(String time) {
        when = new EventTime(time, TimePrecision.SECOND);
        return this;
    }

    public EventSamples withoutTime() {
        when = null;
        return this;
    }

    public EventSamples into(String run) {
        transformation = new Transformation(run, Transformation.Role.INPUT);
        return this;
    }

    public EventSamples outOf(String run) {
        transformation = new Transformation(run, Transformation.Role.OUTPUT);
        return this;
    }

    /** One of these lots, of which the one that is named is the first. */
    public EventSamples among(String... lots) {
        certainty = new Certainty(Certainty.Kind.ONE_OF, "", List.of(lots));
        return this;
    }

    public EventSamples condition(Condition value) {
        condition = value;
        return this;
    }

    public EventSamples gtin(String value) {
        gtin = value;
        return this;
    }

    public EventSamples item(String scheme, String value) {
        ids.add(new ItemId(scheme, value));
        return this;
    }

    public EventSamples described(String text) {
        description = text;
        return this;
    }

    public EventSamples lot(String code) {
        lot = code;
        return this;
    }

    public EventSamples expires(String date) {
        expires = date;
        return this;
    }

    /** Who assigned the lot's code, by GLN. */
    public EventSamples source(String gln) {
        source = gln;
        return this;
    }

    public EventSamples cases(String value) {
        quantity = value;
        return this;
    }

    public EventSamples amount(String value, String itsUnit) {
        quantity = value;
        unit = itsUnit;
        return this;
    }

    public EventSamples ordered(String value) {
        ordered = value;
        return this;
    }

    public EventSamples manufactured(String date) {
        manufactured = date;
        return this;
    }

    public EventSamples pallet(String value) {
        sscc = value;
        return this;
    }

    public EventSamples onto(String value) {
        parent = value;
        return this;
    }

    public EventSamples from(Party party) {
        from = party;
        return this;
    }

    public EventSamples to(Party party) {
        to = party;
        return this;
    }

    public EventSamples reference(String referenceType, String value) {
        references.add(new Reference(referenceType, value, ""));
        return this;
    }

    public EventSamples by(String partnerName, String documentType) {
        partner = partnerName;
        document = documentType;
        return this;
    }

    /** The event id that stands for a name: hexadecimal, as all are. */
    public static String id(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The name that an event id stands for. */
    public static String name(String id) {
        return new String(HexFormat.of().parseHex(id), StandardCharsets.UTF_8);
    }

    /** A party with this GLN ({@code ""} for none) and name. */
    public static Party party(String gln, String name) {
        return new Party(gln.isEmpty() ? null : new Gln(gln), name, List.of(), null);
    }

    public LotEvent event() {
        return new LotEvent(
                id(id),
                type,
                purpose,
                when,
                new Item(gtin.isEmpty() ? null : new Gtin(gtin), ids, description),
                lot.isEmpty()
                        ? null
                        : new Lot(
                                lot,
                                LotKind.LOT,
                                expires,
                                "",
                                manufactured,
                                "",
                                "",
                                source.isEmpty() ? null : new LotSource(source, "", ""),
                                certainty),
                quantity.isEmpty()
                        ? null
                        : new Quantity(
                                new BigDecimal(quantity), unit, ordered.isEmpty() ? null : new BigDecimal(ordered)),
                condition,
                null,
                sscc.isEmpty()
                        ? null
                        : new LogisticUnit(new Sscc(sscc), parent.isEmpty() ? null : new Sscc(parent), null),
                transformation,
                from,
                to,
                references,
                new Source(partner, document, "004010", "000000001", "1", "0001", "ab", 1, 0, 1, "test@1"),
                List.of());
    }

    /** The event as {@code mappings/lot-event.schema.json} has it. */
    public static EventToStore toStore(long setId, LotEvent event) {
        return new EventToStore(setId, event, LotEventJson.line(event), null);
    }
}
