package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.UnitType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A mapping: where one kind of document states what a lot event says. Every list of places is in order of
 * precedence.
 *
 * @param name the mapping's name, its path under {@code mappings/} without the extension, such as {@code x12/856}
 * @param version the first twelve hexadecimal digits of the SHA-256 of its text
 * @param text the file that it was compiled from; where a profile overrides it, with what that says at its end
 * @param document the transaction set that it reads, such as {@code 856}
 * @param event what happened to the goods
 * @param ownGoods true when the sender keeps the goods for us, so that lots that leave it should be known
 * @param numbers where the document's own number stands
 * @param purpose where the document says what it means to do, and with which codes; {@link Purpose#ORIGINAL} for others
 * @param times where the time of the event stands
 * @param goods id of the loops that can state goods, such as {@code HL} or {@code W12}
 * @param goodsWhen which of these loops state goods; null for all
 * @param itemIds where product numbers stand
 * @param descriptions where the product is described
 * @param quantities where the quantity stands
 * @param packs where it stands how many single items a pack of the goods holds
 * @param meanings what codes mean, by the list that they are of, such as {@code X12 412}
 * @param happened where a code says what happened to the goods, null where none does
 * @param parts where parts of a line's quantity are told apart from the rest
 * @param lots where lots stand
 * @param dates where the dates of a lot stand
 * @param lotSource N101 codes of the party that made the lot
 * @param units where logistic units are numbered
 * @param unitTypes what a logistic unit is
 * @param shipFrom N101 codes of the party that the goods leave
 * @param shipTo N101 codes of the party that the goods go to
 * @param references which other documents are named, and where
 * @param transfer where it is stated what changes its owner, null where the document cannot say it
 */
public record Mapping(
        String name,
        String version,
        String text,
        String document,
        EventType event,
        boolean ownGoods,
        List<X12Path> numbers,
        Codes<Purpose> purpose,
        List<TimePlace> times,
        String goods,
        GoodsWhen goodsWhen,
        List<ItemIdPlace> itemIds,
        List<X12Path> descriptions,
        List<QuantityPlace> quantities,
        List<X12Path> packs,
        Map<String, Map<String, Meaning>> meanings,
        CodePlace happened,
        List<PartPlace> parts,
        List<LotPlace> lots,
        Map<LotDate, List<X12Path>> dates,
        List<String> lotSource,
        List<UnitPlace> units,
        UnitTypes unitTypes,
        List<String> shipFrom,
        List<String> shipTo,
        List<ReferencePlace> references,
        TransferPlaces transfer) {

    /** The kinds of date that a lot can have. */
    public enum LotDate {
        EXPIRES,
        BEST_BEFORE,
        MANUFACTURED,
        PACKED,
        HARVESTED
    }

    /** A place in a loop, and the codes there with which it states goods. */
    public record GoodsWhen(X12Path at, Set<String> codes) {
        boolean holds(Loop loop) {
            return at.first(loop).map(Value::text).filter(codes::contains).isPresent();
        }
    }

    /** A place whose code decides; codes that are not listed mean nothing. */
    public record Codes<T>(X12Path at, Map<String, T> codes) {}

    /** Where a date, its time and its time zone (X12 element 623) stand; time and zone may be null. */
    public record TimePlace(X12Path date, X12Path time, X12Path zone) {}

    /**
     * Where a product number stands, and whose it is, such as {@code gtin} or {@code vendor}.
     *
     * @param elementString true when the value is a GS1 element string that holds the number
     */
    public record ItemIdPlace(X12Path value, String scheme, boolean elementString) {
        /** True for the schemes whose numbers are GTINs, of 8 to 14 digits with a check digit. */
        boolean isGtin() {
            return switch (scheme) {
                case "gtin", "ean", "upc" -> true;
                default -> false;
            };
        }
    }

    /** Where a quantity, its unit and the quantity ordered stand; the latter two may be null. */
    public record QuantityPlace(X12Path value, X12Path unit, X12Path ordered) {}

    /** A place with a code, and the list that it is of. */
    public record CodePlace(X12Path at, String list) {}

    /**
     * Where a part of a line's quantity stands that is otherwise than the rest, such as what came damaged.
     *
     * @param quantity the part
     * @param unit its unit, null where it is that of the line
     * @param code what is otherwise about it, null where the place says it all
     * @param list the list that the code is of, {@code ""} where there is none
     * @param means what the place says, null where a code does
     * @param within the places whose quantity holds the part, as they are written; in others it is not counted
     */
    public record PartPlace(
            X12Path quantity, Beside unit, Beside code, String list, Meaning means, Set<String> within) {}

    /**
     * Where lot codes stand, and what belongs to each.
     *
     * @param codes the lot codes, all of one precedence
     * @param elementString true when the values are GS1 element strings that hold the lot and what belongs to it
     * @param cut where in the value the code stands, null when it is all of it
     * @param kind what the code is
     * @param quantity where the quantity of this lot alone stands, null when nowhere
     * @param unit where that quantity's unit stands, null when nowhere
     * @param dates where dates of this lot alone stand
     * @param mayBeDate true where a calendar day may stand in place of a lot: such a value is none
     * @param unless where a code stands that says that nothing moved of the lot, null when nowhere
     * @param range true where what follows a code, if anything, is the last of a range that it begins
     */
    public record LotPlace(
            List<X12Path> codes,
            boolean elementString,
            Cut cut,
            LotKind kind,
            Beside quantity,
            Beside unit,
            Map<LotDate, Beside> dates,
            boolean mayBeDate,
            Unless unless,
            boolean range) {

        /** The code that a value holds, not as an element string; {@code ""} for a value that holds none. */
        String code(String value) {
            return cut == null ? value : cut.of(value);
        }
    }

    /** A place beside a lot's code, and the codes there with which it is no lot of these goods. */
    public record Unless(Beside at, Set<String> codes) {}

    /**
     * A place beside another one: in the same segment, or in the loops around it up to that of the goods.
     *
     * @param element the element of the same segment, 0 when it is in another
     * @param component its component, 0 for the whole element
     * @param path the place in the loops around, null when it is in the same segment
     */
    public record Beside(int element, int component, X12Path path) {
        /** The place as a path of its own. */
        X12Path asPath(String segmentId) {
            String part = component == 0 ? "" : "." + component;
            return path != null
                    ? path
                    : X12Path.parse(String.format(Locale.ROOT, "%s-%02d%s", segmentId, element, part));
        }
    }

    /**
     * Where the numbers of logistic units stand.
     *
     * @param ssccs the SSCCs, all of one precedence
     * @param elementString true when the values are GS1 element strings that hold them
     * @param quantity where the quantity in that unit alone stands, null when nowhere
     * @param range true where what follows an SSCC, if anything, is the last of a range that it begins
     */
    public record UnitPlace(List<X12Path> ssccs, boolean elementString, Beside quantity, boolean range) {}

    /** What logistic units are: by a code of their level, or all of one type; either may be null. */
    public record UnitTypes(Codes<UnitType> byLevel, UnitType all) {}

    /** A document that is referred to: its type, and where its number and its date (may be null) stand. */
    public record ReferencePlace(String type, X12Path value, X12Path date) {}

    /**
     * Where it is stated what changes its owner. What is not a statement is told only of goods that a statement is made of: by itself
     * it does not say that anything is sold.
     *
     * @param statements where something is confirmed or denied
     * @param dates the day of the transaction
     * @param from N101 codes of the party that owned the goods
     * @param to N101 codes of the party that owns them then
     * @param strengthAndForm strength and dosage form in words
     * @param containerSize how much a container holds; null for nowhere
     */
    public record TransferPlaces(
            List<StatementPlace> statements,
            List<X12Path> dates,
            List<String> from,
            List<String> to,
            List<X12Path> strengthAndForm,
            QuantityPlace containerSize) {}

    /**
     * Where a statement is confirmed or denied, and what belongs to it, all in one segment.
     *
     * @param answer where the answer stands
     * @param answers what its codes mean
     * @param code where the statement's code stands, in order of precedence
     * @param list the list that a code is of, null for nowhere; a code is of it only where it stands there
     * @param words the statement in words, null for nowhere
     * @param texts what is said beside it
     */
    public record StatementPlace(
            X12Path answer,
            Map<String, TransactionStatement.Answer> answers,
            List<Beside> code,
            Beside list,
            Beside words,
            List<Beside> texts) {}

    /** The same mapping under another version. */
    public Mapping withVersion(String other) {
        return new Mapping(
                name,
                other,
                text,
                document,
                event,
                ownGoods,
                numbers,
                purpose,
                times,
                goods,
                goodsWhen,
                itemIds,
                descriptions,
                quantities,
                packs,
                meanings,
                happened,
                parts,
                lots,
                dates,
                lotSource,
                units,
                unitTypes,
                shipFrom,
                shipTo,
                references,
                transfer);
    }

    /** What a code of a list means, null where the mapping does not say. */
    Meaning meaning(String list, String code) {
        return meanings.getOrDefault(list, Map.of()).get(code);
    }

    /** Name and version as stamped on events: {@code x12/856@0123456789ab}. */
    public String stamp() {
        return name + "@" + version;
    }
}
