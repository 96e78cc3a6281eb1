package io.lotwire.capture;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.UnitType;
import io.lotwire.unit.UnitList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an event says of the goods: item, lot, quantity, logistic unit. */
final class GoodsFields {
    private static final int GTIN = 14;

    private GoodsFields() {}

    /** The product; one of which nothing is known when it is absent. */
    static Item item(Fields fields) {
        return fields.read("item", GoodsFields::readItem).orElseGet(() -> new Item(null, List.of(), ""));
    }

    private static Item readItem(Fields fields) {
        String text = fields.text("gtin");
        Optional<Gtin> gtin = text.length() == GTIN ? Gtin.parse(text) : Optional.empty();
        if (gtin.isEmpty() && !text.isEmpty()) {
            String padded = Gtin.parse(text)
                    .map(good -> " Write it with its zeros: " + good + ".")
                    .orElse("");
            fields.error("gtin", IssueCode.GTIN_INVALID, WrongDigits.of("a GTIN", text, "14") + padded);
        }
        List<ItemId> ids = new ArrayList<>();
        fields.readEach("ids", id -> ids.add(new ItemId(id.requiredText("scheme"), id.requiredText("value"))));
        return new Item(gtin.orElse(null), ids, fields.text("description"));
    }

    /** The lot; null when it is absent. */
    static Lot lot(Fields fields) {
        return fields.read("lot", GoodsFields::readLot).orElse(null);
    }

    private static Lot readLot(Fields fields) {
        return new Lot(
                fields.requiredText("code"),
                fields.word(LotKind.class, "kind").orElse(LotKind.LOT),
                day(fields, "expires"),
                day(fields, "bestBefore"),
                day(fields, "manufactured"),
                day(fields, "packed"),
                day(fields, "harvested"),
                fields.read("source", GoodsFields::lotSource).orElse(null),
                certainty(fields));
    }

    private static String day(Fields fields, String name) {
        return fields.day(name, IssueCode.DATE_INVALID);
    }

    private static LotSource lotSource(Fields fields) {
        return new LotSource(fields.text("gln"), fields.text("name"), fields.text("reference"));
    }

    private static Certainty certainty(Fields fields) {
        Optional<Certainty.Kind> kind = fields.word(Certainty.Kind.class, "certainty");
        String rule = fields.text("rule");
        List<String> among = fields.texts("among");
        if (kind.isEmpty() && (!rule.isEmpty() || !among.isEmpty())) {
            fields.require("certainty");
        }
        return kind.map(how -> new Certainty(how, rule, among)).orElse(null);
    }

    /**
     * How much; null when it is absent.
     *
     * @param document the document that it was stated in first, whose kind tells the list of its unit; {@code ""} for this one
     */
    static Quantity quantity(Fields fields, String document) {
        return quantity(fields, "quantity", document);
    }

    /** The same under another name, of what is counted otherwise than the goods. */
    static Quantity quantity(Fields fields, String name, String document) {
        return fields.read(name, quantity -> readQuantity(quantity, document)).orElse(null);
    }

    private static Quantity readQuantity(Fields fields, String document) {
        BigDecimal value = fields.decimal("value");
        String unit = fields.text("unit");
        BigDecimal ordered = fields.decimal("ordered");
        Optional<UnitList> list = fields.word(UnitList.class, "list");
        fields.require("value");
        UnitList usual = UnitList.of(CaptureKind.LOT_EVENTS.document(), unit);
        UnitList meant = document.isEmpty() ? usual : UnitList.of(document, unit);
        return new Quantity(
                value == null ? BigDecimal.ZERO : value, unit, ordered, list.orElse(meant == usual ? null : meant));
    }

    /**
     * The logistic unit; null when it is absent.
     *
     * @param doubtIsTold whether the event itself says that the number is doubtful
     */
    static LogisticUnit unit(Fields fields, boolean doubtIsTold) {
        return fields.read("logisticUnit", unit -> readUnit(unit, doubtIsTold)).orElse(null);
    }

    private static LogisticUnit readUnit(Fields fields, boolean doubtIsTold) {
        fields.require("sscc");
        Sscc sscc = sscc(fields, "sscc", doubtIsTold).orElse(null);
        Sscc parent = sscc(fields, "parentSscc", doubtIsTold).orElse(null);
        Optional<UnitType> type = fields.word(UnitType.class, "type");
        return sscc == null ? null : new LogisticUnit(sscc, parent, type.orElse(null));
    }

    private static Optional<Sscc> sscc(Fields fields, String name, boolean doubtIsTold) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Sscc> sscc = text.matches("[0-9]{18}") ? Sscc.parse(text) : Optional.empty();
        if (sscc.isEmpty() || !(doubtIsTold || sscc.get().hasGoodCheckDigit())) {
            fields.error(name, IssueCode.SSCC_INVALID, WrongDigits.of("an SSCC", text, "18"));
            return Optional.empty();
        }
        return sscc;
    }
}
