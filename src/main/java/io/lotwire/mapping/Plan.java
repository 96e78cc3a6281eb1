package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.PathTable;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.ElementString;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.PartPlace;
import io.lotwire.mapping.Mapping.QuantityPlace;
import io.lotwire.mapping.Mapping.ReferencePlace;
import io.lotwire.mapping.Mapping.StatementPlace;
import io.lotwire.mapping.Mapping.TransferPlaces;
import io.lotwire.mapping.Mapping.UnitPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A mapping made ready to run. Each of its places in a loop has a number, and all of them are looked for at once; the
 * places of one purpose have numbers in a row, in order of precedence.
 */
public final class Plan {
    /** What a loop may say something of, as bits. */
    static final int ITEM = 1;

    static final int DESCRIPTION = 1 << 1;
    static final int QUANTITY = 1 << 2;
    static final int LOT = 1 << 3;
    static final int DATE = 1 << 4;
    static final int UNIT = 1 << 5;
    static final int PARTY = 1 << 6;
    static final int REFERENCE = 1 << 7;

    /** What should be an element string and is none. */
    static final int UNREADABLE = 1 << 8;

    static final int STATEMENT = 1 << 9;

    /** Stands for the number of a place that the mapping does not have. */
    static final int NONE = -1;

    private static final int ASIDE = 0;

    private final Mapping mapping;
    private final PathTable.Builder builder = new PathTable.Builder();
    private final List<Integer> kindOf = new ArrayList<>();
    private final List<X12Path> paths = new ArrayList<>();
    private final List<LotPlace> lotPlaces = new ArrayList<>();
    private final List<UnitPlace> unitPlaces = new ArrayList<>();
    private final int[] lotRanks;
    private final int[] unitRanks;
    private final Map<LotDate, Range> dates = new EnumMap<>(LotDate.class);
    private final Range items;
    private final Range descriptions;
    private final Range quantities;
    private final int[] quantityUnits;
    private final int[] quantitiesOrdered;
    private final Range lots;
    private final Range units;
    private final Range parts;
    private final int happened;
    private final int unitType;
    private final Range shipFrom;
    private final Range shipTo;
    private final Range lotSource;
    private final Range references;
    private final int[] referenceDates;
    private final TransferPlan transfer;
    private final PathTable table;
    private final int[] kinds;
    private final List<String> elementStrings;

    /** Numbers of places, from one to before another. */
    record Range(int from, int to) {
        boolean has(int number) {
            return number >= from && number < to;
        }
    }

    Plan(Mapping mapping) {
        this.mapping = mapping;
        items = each(ITEM, mapping.itemIds().stream().map(ItemIdPlace::value).toList());
        descriptions = first(DESCRIPTION, mapping.descriptions());
        quantities = first(
                QUANTITY,
                mapping.quantities().stream().map(QuantityPlace::value).toList());
        quantityUnits =
                aside(mapping.quantities().stream().map(QuantityPlace::unit).toArray(X12Path[]::new));
        quantitiesOrdered =
                aside(mapping.quantities().stream().map(QuantityPlace::ordered).toArray(X12Path[]::new));
        parts = each(ASIDE, mapping.parts().stream().map(PartPlace::quantity).toList());
        happened = mapping.happened() == null ? NONE : aside(mapping.happened().at())[0];
        int firstLot = paths.size();
        for (LotPlace place : mapping.lots()) {
            each(LOT, place.codes());
            place.codes().forEach(code -> lotPlaces.add(place));
        }
        lotRanks = lotPlaces.stream().mapToInt(mapping.lots()::indexOf).toArray();
        lots = new Range(firstLot, paths.size());
        for (LotDate date : LotDate.values()) {
            dates.put(date, each(DATE, mapping.dates().getOrDefault(date, List.of())));
        }
        int firstUnit = paths.size();
        for (UnitPlace place : mapping.units()) {
            each(UNIT, place.ssccs());
            place.ssccs().forEach(sscc -> unitPlaces.add(place));
        }
        unitRanks = unitPlaces.stream().mapToInt(mapping.units()::indexOf).toArray();
        units = new Range(firstUnit, paths.size());
        unitType = mapping.unitTypes().byLevel() == null
                ? NONE
                : aside(mapping.unitTypes().byLevel().at())[0];
        shipFrom = first(PARTY, PartyReader.places(mapping.shipFrom()));
        shipTo = first(PARTY, PartyReader.places(mapping.shipTo()));
        lotSource = first(PARTY, PartyReader.places(mapping.lotSource()));
        references = first(
                REFERENCE,
                mapping.references().stream().map(ReferencePlace::value).toList());
        referenceDates = mapping.references().stream()
                .mapToInt(place -> place.date() == null ? NONE : add(REFERENCE, place.date(), false))
                .toArray();
        transfer = mapping.transfer() == null ? null : transfer(mapping.transfer());
        table = builder.build();
        kinds = kindOf.stream().mapToInt(Integer::intValue).toArray();
        elementStrings = IntStream.range(0, kinds.length)
                .filter(this::holdsElementString)
                .mapToObj(number -> paths.get(number).segmentId())
                .distinct()
                .toList();
    }

    /** The numbers of the places that tell of a change of owner. */
    record TransferPlan(
            Range statements, Range dates, Range from, Range to, Range strengthAndForm, int size, int sizeUnit) {}

    private TransferPlan transfer(TransferPlaces places) {
        QuantityPlace size = places.containerSize();
        return new TransferPlan(
                each(
                        STATEMENT,
                        places.statements().stream().map(StatementPlace::answer).toList()),
                first(ASIDE, places.dates()),
                first(ASIDE, PartyReader.places(places.from())),
                first(ASIDE, PartyReader.places(places.to())),
                first(ASIDE, places.strengthAndForm()),
                size == null ? NONE : aside(size.value())[0],
                size == null ? NONE : aside(size.unit())[0]);
    }

    private Range first(int kind, List<X12Path> places) {
        int from = paths.size();
        places.forEach(place -> add(kind, place, false));
        return new Range(from, paths.size());
    }

    private Range each(int kind, List<X12Path> places) {
        int from = paths.size();
        places.forEach(place -> add(kind, place, true));
        return new Range(from, paths.size());
    }

    private int[] aside(X12Path... places) {
        int[] numbers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            numbers[i] = places[i] == null ? NONE : add(ASIDE, places[i], false);
        }
        return numbers;
    }

    private int add(int kind, X12Path place, boolean all) {
        kindOf.add(kind);
        paths.add(place);
        return all ? builder.all(place) : builder.first(place);
    }

    /** What all places find in a loop, from one position in the set to before another. */
    PathFindings find(Loop loop, int from, int to) {
        return table.find(loop, from, to);
    }

    /** What a value says something of, as a bit. */
    int kind(int number, Value value) {
        int kind = kinds[number];
        if (kind == LOT && lot(number).cut() != null) {
            return lot(number).code(value.text()).isEmpty() ? ASIDE : kind;
        }
        if (kind == ITEM && item(number).value().isOfOthers()) {
            return ItemQualifiers.scheme(value).isEmpty() ? ASIDE : kind;
        }
        if ((kind & (ITEM | LOT | UNIT)) == 0 || !isElementString(number)) {
            return kind;
        }
        Optional<ElementString> string = ElementString.parse(value.text());
        if (string.isEmpty()) {
            return kind == UNIT ? UNIT | UNREADABLE : UNREADABLE;
        }
        String said = string.get()
                .get(kind == UNIT ? ElementString.SSCC : kind == LOT ? ElementString.BATCH : ElementString.GTIN);
        boolean says = !said.isEmpty() || (kind == ITEM && !string.get().gtin().isEmpty());
        return says ? kind : ASIDE;
    }

    /** The segments that hold element strings. */
    List<String> elementStrings() {
        return elementStrings;
    }

    /** True for the place of an element string. */
    boolean holdsElementString(int number) {
        return (kinds[number] & (ITEM | LOT | UNIT)) != 0 && isElementString(number);
    }

    private boolean isElementString(int number) {
        return items.has(number)
                ? item(number).elementString()
                : lots.has(number) ? lot(number).elementString() : unit(number).elementString();
    }

    X12Path path(int number) {
        return paths.get(number);
    }

    Mapping mapping() {
        return mapping;
    }

    Range items() {
        return items;
    }

    ItemIdPlace item(int number) {
        return mapping.itemIds().get(number - items.from);
    }

    Range descriptions() {
        return descriptions;
    }

    Range quantities() {
        return quantities;
    }

    /** The number of the unit's place that belongs to a quantity's. */
    int unitOf(int quantity) {
        return quantityUnits[quantity - quantities.from];
    }

    /** The number of the ordered quantity's place that belongs to a quantity's. */
    int orderedOf(int quantity) {
        return quantitiesOrdered[quantity - quantities.from];
    }

    Range parts() {
        return parts;
    }

    PartPlace part(int number) {
        return mapping.parts().get(number - parts.from);
    }

    /** The number of the place with the code that says what happened. */
    int happened() {
        return happened;
    }

    Range lots() {
        return lots;
    }

    LotPlace lot(int number) {
        return lotPlaces.get(number - lots.from);
    }

    /** Where in the order of precedence a lot's place is; places that are equal share the rank. */
    int rankOfLot(int number) {
        return lotRanks[number - lots.from];
    }

    Range dates(LotDate date) {
        return dates.get(date);
    }

    Range units() {
        return units;
    }

    UnitPlace unit(int number) {
        return unitPlaces.get(number - units.from);
    }

    /** Where in the order of precedence a unit's place is; places that are equal share the rank. */
    int rankOfUnit(int number) {
        return unitRanks[number - units.from];
    }

    int unitType() {
        return unitType;
    }

    Range shipFrom() {
        return shipFrom;
    }

    Range shipTo() {
        return shipTo;
    }

    Range lotSource() {
        return lotSource;
    }

    Range references() {
        return references;
    }

    ReferencePlace reference(int number) {
        return mapping.references().get(number - references.from);
    }

    /** The number of the date's place that belongs to a reference's. */
    int dateOf(int reference) {
        return referenceDates[reference - references.from];
    }

    /** Where a change of owner is told; null for nowhere. */
    TransferPlan transfer() {
        return transfer;
    }

    /** The place of a statement. */
    StatementPlace statement(int number) {
        return mapping.transfer()
                .statements()
                .get(number - transfer.statements().from());
    }
}
