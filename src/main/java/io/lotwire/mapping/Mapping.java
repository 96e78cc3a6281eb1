package io.lotwire.mapping;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.UnitType;
import io.lotwire.x12.X12Path;
import java.util.List;
import java.util.Map;

/**
 * A compiled mapping: where one kind of document states what a lot event says. Every list of places is in order of
 * precedence.
 *
 * @param name the mapping's name, its path under {@code mappings/} without the extension, such as {@code x12/856}
 * @param version the first twelve hexadecimal digits of the SHA-256 of the file that it was compiled from
 * @param document the transaction set that it reads, such as {@code 856}
 * @param event what happened to the goods
 * @param numbers where the document's own number stands
 * @param purpose where the document says what it means to do, and with which codes; {@link Purpose#ORIGINAL} for others
 * @param times where the time of the event stands
 * @param goods id of the loops that can state goods, such as {@code HL} or {@code W12}
 * @param itemIds where product numbers stand
 * @param descriptions where the product is described
 * @param quantities where the quantity stands
 * @param lots where lots stand
 * @param dates where the dates of a lot stand
 * @param lotSource N101 codes of the party that made the lot
 * @param units where logistic units are numbered
 * @param unitTypes what a logistic unit is
 * @param shipFrom N101 codes of the party that the goods leave
 * @param shipTo N101 codes of the party that the goods go to
 * @param references which other documents are named, and where
 */
public record Mapping(
        String name,
        String version,
        String document,
        EventType event,
        List<X12Path> numbers,
        Codes<Purpose> purpose,
        List<TimePlace> times,
        String goods,
        List<ItemIdPlace> itemIds,
        List<X12Path> descriptions,
        List<QuantityPlace> quantities,
        List<LotPlace> lots,
        Map<LotDate, List<X12Path>> dates,
        List<String> lotSource,
        List<UnitPlace> units,
        UnitTypes unitTypes,
        List<String> shipFrom,
        List<String> shipTo,
        List<ReferencePlace> references) {

    /** The kinds of date that a lot can have. */
    public enum LotDate {
        EXPIRES,
        BEST_BEFORE,
        MANUFACTURED,
        PACKED,
        HARVESTED
    }

    /** A place whose code decides; codes that are not listed mean nothing. */
    public record Codes<T>(X12Path at, Map<String, T> codes) {}

    /** Where a date, its time and its time zone (X12 element 623) stand; time and zone may be null. */
    public record TimePlace(X12Path date, X12Path time, X12Path zone) {}

    /** Where a product number stands, and whose it is, such as {@code gtin} or {@code vendor}. */
    public record ItemIdPlace(X12Path value, String scheme) {}

    /** Where a quantity, its unit and the quantity ordered stand; the latter two may be null. */
    public record QuantityPlace(X12Path value, X12Path unit, X12Path ordered) {}

    /**
     * Where a lot code stands, and what stands in the same segment with it: element positions, 0 when nothing does.
     *
     * @param code the lot code
     * @param kind what the code is
     * @param quantity element with the quantity of this lot alone
     * @param unit element with that quantity's unit
     * @param expires element with this lot's expiry date
     */
    public record LotPlace(X12Path code, LotKind kind, int quantity, int unit, int expires) {}

    /** Where an SSCC stands, and the element of the same segment with the quantity in that unit alone (0 for none). */
    public record UnitPlace(X12Path sscc, int quantity) {}

    /** What logistic units are: by a code of their level, or all of one type; either may be null. */
    public record UnitTypes(Codes<UnitType> byLevel, UnitType all) {}

    /** A document that is referred to: its type, and where its number and its date (may be null) stand. */
    public record ReferencePlace(String type, X12Path value, X12Path date) {}

    /** Name and version as stamped on events: {@code x12/856@0123456789ab}. */
    public String stamp() {
        return name + "@" + version;
    }
}
