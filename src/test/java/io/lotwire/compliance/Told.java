package io.lotwire.compliance;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Address;
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
import io.lotwire.lot.Transfer;
import io.lotwire.lot.Transformation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lot events that tell what the food traceability rule asks for, for tests; each method leaves something out or changes it. */
public final class Told {
    public static final String ROMAINE = "00614141000012";
    public static final String SALAD = "00614141000029";
    public static final Party FARM = party("0614141000005", "Green Valley Farm", "1 Field Road", "Salinas");
    public static final Party WAREHOUSE = party("0614141000012", "North Shore Warehouse", "22 Dock Street", "Erie");
    public static final Party STORE = party("0614141000029", "Corner Market", "7 High Street", "Dover");

    private final String id;
    private final EventType type;
    private String partner = "green-valley-farm";
    private String document = "856";
    private String when = "2026-03-04";
    private String gtin = ROMAINE;
    private String description = "Romaine hearts";
    private Lot lot = lot("R1", LotKind.TLC);
    private Quantity quantity = new Quantity(new BigDecimal("80"), "CA", null);
    private Condition condition;
    private LogisticUnit unit;
    private Transformation transformation;
    private Transfer transfer;
    private final List<ItemId> numbers = new ArrayList<>();
    private Party from = FARM;
    private Party to = WAREHOUSE;
    private final List<Reference> references = new ArrayList<>();

    private Told(String id, EventType type) {
        this.id = id;
        this.type = type;
    }

    public static Told shipped(String id) {
        return new Told(id, EventType.SHIPPED);
    }

    public static Told of(EventType type, String id) {
        return new Told(id, type);
    }

    public static Lot lot(String code, LotKind kind) {
        return new Lot(
                code, kind, "", "", "", "", "2026-03-01", new LotSource("0614141000005", "Green Valley Farm", ""));
    }

    public static Party party(String gln, String name, String street, String city) {
        return new Party(new Gln(gln), name, List.of(), new Address(street, "", city, "CA", "93901", "US"));
    }

    public Told by(String name, String kind) {
        partner = name;
        document = kind;
        return this;
    }

    public Told on(String day) {
        when = day;
        return this;
    }

    public Told item(String itsGtin, String words) {
        gtin = itsGtin;
        description = words;
        return this;
    }

    public Told lot(Lot other) {
        lot = other;
        return this;
    }

    public Told lot(String code) {
        return lot(lot(code, LotKind.TLC));
    }

    public Told oneOf(String... codes) {
        return lot(new Lot(
                codes[0],
                LotKind.TLC,
                "",
                "",
                "",
                "",
                "",
                null,
                new Certainty(Certainty.Kind.ONE_OF, "", List.of(codes))));
    }

    public Told amount(String value, String code) {
        quantity = new Quantity(new BigDecimal(value), code, null);
        return this;
    }

    public Told withoutAmount() {
        quantity = null;
        return this;
    }

    public Told in(Condition itsCondition) {
        condition = itsCondition;
        return this;
    }

    public Told on(Sscc sscc) {
        unit = new LogisticUnit(sscc, null, null);
        return this;
    }

    public Told run(String number, Transformation.Role role) {
        transformation = new Transformation(number, role);
        return this;
    }

    public Told ndc(String number) {
        numbers.add(new ItemId("ndc", number));
        return this;
    }

    public Told transferred(Transfer its) {
        transfer = its;
        return this;
    }

    public Told from(Party party) {
        from = party;
        return this;
    }

    public Told to(Party party) {
        to = party;
        return this;
    }

    public Told reference(String referenceType, String value) {
        references.add(new Reference(referenceType, value, ""));
        return this;
    }

    public LotEvent event() {
        return new LotEvent(
                EventSamples.id(id),
                type,
                Purpose.ORIGINAL,
                new EventTime(when, TimePrecision.DATE),
                new Item(gtin.isEmpty() ? null : new Gtin(gtin), numbers, description),
                lot,
                quantity,
                condition,
                null,
                unit,
                transformation,
                transfer,
                from,
                to,
                references,
                new Source(partner, document, "004010", "000000001", "1", "0001", "ab12", 23, 1042, 31, "test@1"),
                List.of());
    }
}
