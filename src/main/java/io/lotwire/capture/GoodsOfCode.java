package io.lotwire.capture;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Sscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the data of a bar code, which is beyond doubt, says of goods. */
final class GoodsOfCode {
    /** A code that says nothing. */
    static final GoodsOfCode NONE = new GoodsOfCode(new ElementString(Map.of()));

    private static final String GTIN = "gtin";
    private static final String SERIAL = "serial";

    /** Identifiers whose data becomes part of an event. */
    private static final Set<String> USED = Set.of(
            ElementString.SSCC,
            ElementString.GTIN,
            ElementString.CONTENT,
            ElementString.COUNT,
            ElementString.BATCH,
            ElementString.SERIAL,
            ElementString.PRODUCED,
            ElementString.PACKED,
            ElementString.BEST_BEFORE,
            ElementString.EXPIRES,
            ElementString.EXPIRES_AT,
            ElementString.HARVESTED,
            ElementString.PIECES,
            ElementString.SHIP_TO,
            ElementString.LOCATION,
            ElementString.PRODUCED_AT);

    private final ElementString code;

    GoodsOfCode(ElementString code) {
        this.code = code;
    }

    /** True when it names goods, and not only the unit that they are in. */
    boolean namesGoods() {
        return !code.gtin().isEmpty() || !code.get(ElementString.BATCH).isEmpty();
    }

    /** True when it names a logistic unit. */
    boolean namesUnit() {
        return !code.get(ElementString.SSCC).isEmpty();
    }

    /** Identifiers whose data becomes no part of an event. */
    List<String> unused() {
        return code.data().keySet().stream()
                .filter(identifier -> !USED.contains(identifier) && !ElementString.isNetWeight(identifier))
                .toList();
    }

    Item item() {
        List<ItemId> ids = new ArrayList<>();
        add(GTIN, code.gtin(), ids);
        add(SERIAL, code.get(ElementString.SERIAL), ids);
        return new Item(Gtin.parse(code.gtin()).orElse(null), ids, "");
    }

    private static void add(String scheme, String value, List<ItemId> ids) {
        if (!value.isEmpty()) {
            ids.add(new ItemId(scheme, value));
        }
    }

    /** The lot as it was scanned; null when the code has none. */
    Lot lot() {
        String lot = code.get(ElementString.BATCH);
        String producedAt = code.get(ElementString.PRODUCED_AT);
        return lot.isEmpty()
                ? null
                : new Lot(
                        lot,
                        LotKind.LOT,
                        day(
                                code.get(ElementString.EXPIRES).isEmpty()
                                        ? ElementString.EXPIRES_AT
                                        : ElementString.EXPIRES),
                        day(ElementString.BEST_BEFORE),
                        day(ElementString.PRODUCED),
                        day(ElementString.PACKED),
                        day(ElementString.HARVESTED),
                        producedAt.isEmpty() ? null : new LotSource(producedAt, "", ""),
                        new Certainty(Certainty.Kind.SCANNED, "", List.of()));
    }

    private String day(String identifier) {
        return code.date(identifier).map(LocalDate::toString).orElse("");
    }

    /** How much, where the code says so: a count, else a net weight, else pieces, else one by its serial number; or null. */
    Quantity quantity() {
        String count = code.get(ElementString.COUNT);
        Quantity weight = code.netWeight();
        if (count.isEmpty() && weight != null) {
            return weight;
        }
        String pieces = count.isEmpty() ? code.get(ElementString.PIECES) : count;
        if (!pieces.isEmpty()) {
            return new Quantity(new BigDecimal(pieces), "", null);
        }
        return code.get(ElementString.SERIAL).isEmpty() ? null : new Quantity(BigDecimal.ONE, "", null);
    }

    /**
     * The unit that the goods are in; null when none is named.
     *
     * @param parent what holds them, or the unit that the code names; null when it is not stated
     */
    LogisticUnit unit(Sscc parent) {
        Optional<Sscc> own = Sscc.parse(code.get(ElementString.SSCC));
        if (own.isPresent()) {
            return new LogisticUnit(own.get(), parent, null);
        }
        return parent == null ? null : new LogisticUnit(parent, null, null);
    }

    /** The place that the code names. */
    Optional<Gln> location() {
        return Gln.parse(code.get(ElementString.LOCATION));
    }

    /** Where the code says that the goods are shipped to. */
    Optional<Gln> shipTo() {
        return Gln.parse(code.get(ElementString.SHIP_TO));
    }
}
