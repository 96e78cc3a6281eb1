package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.Transfer;
import io.lotwire.lot.Word;
import io.lotwire.writing.Field.Kind;
import io.lotwire.writing.Field.Source;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The fields that out-mappings may name. Dates are written as {@code yyyyMMdd}. */
final class Fields {
    private static final Map<String, Field> FIXED = new LinkedHashMap<>();

    /** YNQ05 to YNQ07. */
    private static final int STATEMENT_TEXTS = 3;

    /** Fields whose last word is free, by what precedes it. */
    private static final Map<String, BiFunction<String, String, Field>> OPEN = Map.of(
            "reference",
                    (name, type) ->
                            Field.ofReference(name, type, atHand -> atHand.common(event -> event.reference(type))),
            "referenceDate", (name, type) -> common(name, Kind.DATA, event -> basic(referenceDate(event, type))),
            "item", (name, scheme) -> new Field(name, Kind.DATA, Set.of(), atHand -> ItemNumbers.one(atHand, scheme)),
            "dates",
                    (name, date) -> new Field(name, Kind.FORM, Set.of(), atHand -> atHand.chosen()
                            .dates()
                            .getOrDefault(date, "")),
            "count",
                    (name, segment) -> new Field(
                            name,
                            Kind.FORM,
                            Set.of(),
                            atHand -> String.valueOf(atHand.run().count(segment))));

    static {
        add("document.number", Kind.DATA, atHand -> atHand.run().documentNumber());
        add("written.date", Kind.FORM, atHand -> atHand.run().writtenDate());
        add("written.clock", Kind.FORM, atHand -> atHand.run().writtenClock());
        add("purpose", Kind.FORM, word(LotEvent::purpose));
        add("shape", Kind.FORM, atHand -> atHand.run().shape());
        time("time.date", Kind.DATA, Set.of(Fact.TIME), (time, atHand) -> time.date());
        time("time.clock", Kind.DATA, Set.of(), Fields::clock);
        time("time.zone", Kind.FORM, Set.of(), (time, atHand) -> time.x12Zone());
        time(
                "time.stamp",
                Kind.DATA,
                Set.of(Fact.TIME),
                (time, atHand) -> time.stamp(atHand.chosen().version()));
        time(
                "time.format",
                Kind.FORM,
                Set.of(),
                (time, atHand) -> time.form(atHand.chosen().version()));
        add("order", Kind.DATA, atHand -> atHand.common(LotEvent::order));
        add(
                "item.description",
                Kind.DATA,
                atHand -> atHand.common(event -> event.item().description()));
        add(
                "item.gtin",
                Kind.DATA,
                atHand -> atHand.common(event ->
                        event.item().gtin() == null ? "" : event.item().gtin().digits()));
        add("lot.code", Set.of(Fact.LOT), atHand -> atHand.common(lot(Lot::code)));
        add("lot.kind", Kind.FORM, atHand -> atHand.common(lot(lot -> Word.of(lot.kind()))));
        lotDate("expires", Fact.EXPIRES);
        lotDate("bestBefore", Fact.BEST_BEFORE);
        lotDate("manufactured", Fact.MANUFACTURED);
        lotDate("packed", Fact.PACKED);
        lotDate("harvested", Fact.HARVESTED);
        add("lot.sourceName", Set.of(Fact.SOURCE_NAME), atHand -> atHand.common(Fact.SOURCE_NAME::of));
        add("lot.sourceGln", Set.of(Fact.SOURCE_GLN), atHand -> atHand.common(Fact.SOURCE_GLN::of));
        add("lot.sourceReference", Set.of(Fact.SOURCE_REFERENCE), atHand -> atHand.common(Fact.SOURCE_REFERENCE::of));
        add(
                "lot.sourceUrl",
                Set.of(Fact.SOURCE_REFERENCE),
                atHand -> atHand.common(event ->
                        event.lot() == null ? "" : WrittenParty.url(event.lot().source())));
        add(
                "gs1",
                Set.of(Fact.LOT, Fact.EXPIRES, Fact.BEST_BEFORE, Fact.MANUFACTURED),
                atHand -> atHand.common(event -> ElementStringText.of(event, atHand.chosen()::leavesOut)));
        add("lot.among", Set.of(Fact.ONE_OF), atHand -> atHand.common(Fact.ONE_OF::of));
        add("condition", Set.of(Fact.CONDITION), atHand -> atHand.common(Fact.CONDITION::of));
        reason("code", Reason::code);
        reason("text", Reason::text);
        add("quantity.value", Set.of(Fact.QUANTITY), Fields::quantity);
        add("quantity.unit", Kind.FORM, quantityOf(Quantity::unit));
        FIXED.put(
                "quantity.ordered",
                new Field(
                        "quantity.ordered",
                        Kind.FORM,
                        Set.of(Fact.ORDERED),
                        quantityOf(quantity -> plain(quantity.ordered()))));
        add("quantity.state", Kind.FORM, Fields::state);
        add("total.quantity", Kind.DATA, atHand -> plain(sum(atHand)));
        inHand("reference.type", Kind.FORM, (atHand, reference) -> reference.type());
        inHand("reference.qualifier", Kind.FORM, (atHand, reference) -> atHand.chosen()
                .references()
                .getOrDefault(reference.type(), ""));
        inHand("reference.value", Kind.DATA, (atHand, reference) -> reference.value());
        inHand("reference.date", Kind.DATA, (atHand, reference) -> basic(reference.date()));
        transfer("date", Kind.DATA, transfer -> basic(transfer.date()));
        transfer("strengthAndForm", Kind.DATA, Transfer::strengthAndForm);
        transfer(
                "containerSize",
                Kind.DATA,
                transfer -> transfer.containerSize() == null
                        ? ""
                        : plain(transfer.containerSize().value()));
        transfer(
                "containerUnit",
                Kind.FORM,
                transfer -> transfer.containerSize() == null
                        ? ""
                        : transfer.containerSize().unit());
        statement("code", (atHand, statement) -> statement.code());
        statement("list", (atHand, statement) -> statement.list());
        statement("words", (atHand, statement) -> statement.words());
        statement("answer", (atHand, statement) -> statement.answer() == null ? "" : Word.of(statement.answer()));
        for (int number = 1; number <= STATEMENT_TEXTS; number++) {
            int place = number - 1;
            statement("text" + number, (atHand, statement) -> text(statement, place, atHand));
        }
        add("units.number", Kind.DATA, Fields::units);
        add("unit.sscc", Set.of(Fact.UNIT), sscc(event -> (String) Each.UNIT.key(event)));
        add("pallet.sscc", Set.of(Fact.UNIT, Fact.PALLET), sscc(event -> Each.pallet(event.unit())));
        add("carton.sscc", Set.of(Fact.UNIT), sscc(event -> Each.carton(event.unit())));
        add("unit.pallet", Set.of(Fact.PALLET), sscc(Fact.PALLET::of));
        add(
                "unit.type",
                Kind.FORM,
                atHand -> atHand.common(
                        event -> event.unit() == null || event.unit().type() == null
                                ? ""
                                : Word.of(event.unit().type())));
        add("level.number", Kind.FORM, atHand -> number(atHand.level()));
        add("level.above", Kind.FORM, atHand -> number(atHand.levelAbove()));
        party("role", WrittenParty::role, Kind.FORM);
        add(
                "party.name",
                Set.of(Fact.SOURCE_NAME),
                atHand -> atHand.party() == null ? "" : atHand.party().party().name());
        party("line1", party -> party.address().line1(), Kind.DATA);
        party("line2", party -> party.address().line2(), Kind.DATA);
        party("city", party -> party.address().city(), Kind.DATA);
        party("region", party -> party.address().region(), Kind.DATA);
        party("postalCode", party -> party.address().postalCode(), Kind.DATA);
        party("country", party -> party.address().country(), Kind.DATA);
        add("party.qualifier", Kind.FORM, atHand -> atHand.chosen().partyQualifier(atHand.party()));
        add("party.id", Set.of(Fact.SOURCE_GLN, Fact.SOURCE_REFERENCE), atHand -> atHand.chosen()
                .partyId(atHand.party()));
    }

    private Fields() {}

    /** The field of a name. */
    static Optional<Field> named(String name) {
        Field fixed = FIXED.get(name);
        int dot = name.indexOf('.');
        if (fixed != null || dot < 0 || dot == name.length() - 1) {
            return Optional.ofNullable(fixed);
        }
        return Optional.ofNullable(OPEN.get(name.substring(0, dot)))
                .map(open -> open.apply(name, name.substring(dot + 1)));
    }

    /** Every name, those with a free word as {@code reference.TYPE}. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(FIXED.keySet());
        OPEN.keySet().forEach(name -> names.add(name + "." + (name.equals("count") ? "SEGMENT" : "NAME")));
        return names;
    }

    private static void add(String name, Kind kind, Source source) {
        FIXED.put(name, new Field(name, kind, Set.of(), source));
    }

    /** A field that tells facts. */
    private static void add(String name, Set<Fact> facts, Source source) {
        FIXED.put(name, new Field(name, Kind.DATA, facts, source));
    }

    private static Field common(String name, Kind kind, Function<LotEvent, String> property) {
        return new Field(name, kind, Set.of(), atHand -> atHand.common(property));
    }

    private static void time(
            String name, Kind kind, Set<Fact> facts, BiFunction<WrittenTime, EventsAtHand, String> part) {
        FIXED.put(
                name,
                new Field(
                        name,
                        kind,
                        facts,
                        atHand -> atHand.common(
                                LotEvent::time,
                                time -> time == null
                                        ? ""
                                        : part.apply(atHand.run().written(time), atHand))));
    }

    /** A time of a zone that X12 has no code for would pass for local time. */
    private static String clock(WrittenTime time, EventsAtHand atHand) {
        if (atHand.chosen().syntax() == Syntax.X12
                && time.isBeyondX12()
                && !atHand.chosen().leavesOut(Fact.TIME)) {
            atHand.run()
                    .refuse(
                            WritingFault.NO_PLACE,
                            "The zone of the time has no code in X12 (element 623): say 'leaveOut: [ zone ]', or"
                                    + " 'leaveOut: [ time ]'.");
        }
        return time.clock();
    }

    /** Something of the reference in hand. */
    private static void inHand(String name, Kind kind, BiFunction<EventsAtHand, Reference, String> part) {
        add(name, kind, atHand -> atHand.reference() == null ? "" : part.apply(atHand, atHand.reference()));
    }

    /** What all events at hand say of a change of owner. */
    private static void transfer(String name, Kind kind, Function<Transfer, String> part) {
        add(
                "transfer." + name,
                kind,
                atHand -> atHand.common(event -> event.transfer() == null ? "" : part.apply(event.transfer())));
    }

    /** Something of the statement in hand. */
    private static void statement(String name, BiFunction<EventsAtHand, TransactionStatement, String> part) {
        add(
                "statement." + name,
                Kind.DATA,
                atHand -> atHand.statement() == null ? "" : part.apply(atHand, atHand.statement()));
    }

    private static String text(TransactionStatement statement, int place, EventsAtHand atHand) {
        if (statement.texts().size() > STATEMENT_TEXTS) {
            atHand.run()
                    .refuse(
                            WritingFault.NO_PLACE,
                            "The statement '" + statement.code() + statement.words() + "' has "
                                    + statement.texts().size() + " texts, but YNQ has room for " + STATEMENT_TEXTS
                                    + ": join some where they come from.");
        }
        return place < statement.texts().size() ? statement.texts().get(place) : "";
    }

    private static void reason(String name, Function<Reason, String> part) {
        add(
                "reason." + name,
                Kind.DATA,
                atHand -> atHand.common(event -> event.reason() == null ? "" : part.apply(event.reason())));
    }

    private static void lotDate(String name, Fact date) {
        add("lot." + name, Set.of(date), atHand -> atHand.common(event -> basic(date.of(event))));
    }

    private static Function<LotEvent, String> lot(Function<Lot, String> property) {
        return event -> event.lot() == null ? "" : property.apply(event.lot());
    }

    private static void party(String name, Function<WrittenParty, String> property, Kind kind) {
        add("party." + name, kind, atHand -> atHand.party() == null ? "" : property.apply(atHand.party()));
    }

    private static Source sscc(Function<LotEvent, String> digits) {
        return atHand -> {
            String number = atHand.common(digits);
            return number.isEmpty() ? "" : atHand.chosen().sscc(number);
        };
    }

    private static Source word(Function<LotEvent, Enum<?>> property) {
        return atHand -> atHand.common(event -> Word.of(property.apply(event)));
    }

    private static Source quantityOf(Function<Quantity, String> property) {
        return atHand -> atHand.common(event -> event.quantity() == null ? "" : property.apply(event.quantity()));
    }

    /** The sum, where all are in one unit and none is missing. */
    private static String quantity(EventsAtHand atHand) {
        Quantity first = atHand.event(0).quantity();
        boolean oneUnit = first != null
                && atHand.all(event ->
                        event.quantity() != null && event.quantity().unit().equals(first.unit()));
        return oneUnit ? plain(sum(atHand)) : "";
    }

    /** Null when none is known. */
    private static BigDecimal sum(EventsAtHand atHand) {
        BigDecimal sum = null;
        for (int i = 0; i < atHand.size(); i++) {
            Quantity quantity = atHand.event(i).quantity();
            if (quantity != null && quantity.value() != null) {
                sum = sum == null ? quantity.value() : sum.add(quantity.value());
            }
        }
        return sum;
    }

    /** {@code complete} or {@code partial}, where it is known what was ordered. */
    private static String state(EventsAtHand atHand) {
        String ordered = quantityOf(quantity -> plain(quantity.ordered())).of(atHand);
        String moved = quantity(atHand);
        if (ordered.isEmpty() || moved.isEmpty()) {
            return "";
        }
        return new BigDecimal(moved).compareTo(new BigDecimal(ordered)) >= 0 ? "complete" : "partial";
    }

    private static String units(EventsAtHand atHand) {
        Set<Object> units = new HashSet<>();
        for (int i = 0; i < atHand.size(); i++) {
            if (atHand.event(i).unit() != null) {
                units.add(Each.UNIT.key(atHand.event(i)));
            }
        }
        return units.isEmpty() ? "" : String.valueOf(units.size());
    }

    private static String referenceDate(LotEvent event, String type) {
        for (Reference reference : event.references()) {
            if (reference.type().equals(type)) {
                return reference.date();
            }
        }
        return "";
    }

    static String basic(String date) {
        return date.indexOf('-') < 0 ? date : date.replace("-", "");
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String number(int level) {
        return level == 0 ? "" : String.valueOf(level);
    }
}
