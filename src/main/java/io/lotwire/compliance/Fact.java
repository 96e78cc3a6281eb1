package io.lotwire.compliance;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.Transfer;
import io.lotwire.lot.Word;
import io.lotwire.unit.Unit;
import io.lotwire.unit.Units;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A fact that a statement may tell, by the word that tables of columns and of key data elements use.
 *
 * @param word such as {@code recipient.phone}
 * @param words what people call it, such as {@code phone number}
 * @param reader takes it from a statement: a text, a {@link LocalDate} or a {@link BigDecimal}; null or {@code ""} when it is not
 *     told
 */
public record Fact(String word, String words, Function<Statement, Object> reader) {
    private static final int DAY = 10;

    /** How notices in use name the statement of 21 U.S.C. 360eee(27) in YNQ. */
    private static final String TRANSACTION_STATEMENT = "TS";

    private static final Map<String, Fact> ALL = all();

    /**
     * The fact of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Fact of(String word) {
        Fact fact = ALL.get(word);
        if (fact == null) {
            throw new IllegalArgumentException(
                    "no fact is called '" + word + "'; there are: " + String.join(", ", new TreeSet<>(ALL.keySet())));
        }
        return fact;
    }

    /** Its value; null when the statement does not tell it. */
    public Object in(Statement statement) {
        Object value = reader.apply(statement);
        return "".equals(value) ? null : value;
    }

    /** Whether the statement tells it. */
    boolean isTold(Statement statement) {
        return in(statement) != null;
    }

    private static Map<String, Fact> all() {
        Facts facts = new Facts();
        facts.location("recipient", statement -> party(statement, LotEvent::shipTo));
        facts.location("from", statement -> party(statement, LotEvent::shipFrom));
        facts.location("at", Fact::place);
        facts.location("source", Fact::source);
        facts.location("seller", statement -> party(statement, event -> owner(event, Transfer::from)));
        facts.location("buyer", statement -> party(statement, event -> owner(event, Transfer::to)));
        facts.location("farm", statement -> Location.UNKNOWN);
        facts.location("cooler", statement -> Location.UNKNOWN);
        facts.product("product", Statement::used);
        facts.product("produced", Statement::produced);
        facts.add("tlc", "traceability lot code", statement -> tlc(statement, statement.used()));
        facts.add("produced.tlc", "traceability lot code", statement -> tlc(statement, statement.produced()));
        facts.add("quantity", "quantity", statement -> quantity(statement.used()));
        facts.add("unit", "unit of measure", statement -> unit(statement.used()));
        facts.add("produced.quantity", "quantity", statement -> quantity(statement.produced()));
        facts.add("produced.unit", "unit of measure", statement -> unit(statement.produced()));
        facts.add("gtin", "GTIN", statement -> gtin(statement.used()));
        facts.add("produced.gtin", "GTIN", statement -> gtin(statement.produced()));
        facts.add("date", "date", Fact::date);
        facts.add("harvested", "date of harvesting", statement -> lotDate(statement, Lot::harvested));
        facts.add("source.reference", "reference to the traceability lot code source", Fact::sourceReference);
        facts.add("document.type", "type", statement -> document(statement, 0, ReferenceDocuments.Named::type));
        facts.add("document.number", "number", statement -> document(statement, 0, ReferenceDocuments.Named::number));
        facts.add("document2.type", "type", statement -> document(statement, 1, ReferenceDocuments.Named::type));
        facts.add("document2.number", "number", statement -> document(statement, 1, ReferenceDocuments.Named::number));
        facts.add("ndc", "NDC", Fact::ndc);
        facts.add("strength", "strength and dosage form", statement -> transfer(statement, Transfer::strengthAndForm));
        facts.add(
                "container.size",
                "size",
                statement -> transfer(
                        statement,
                        transfer -> transfer.containerSize() == null
                                ? ""
                                : transfer.containerSize().value().toPlainString()));
        facts.add("transaction.date", "date", statement -> transfer(statement, Transfer::date));
        facts.add("statement", "a statement that is confirmed", Fact::confirmed);
        facts.untold("cooled", "date of cooling");
        facts.untold("field", "field or other growing area");
        facts.untold("container", "container");
        facts.untold("species", "species and market name");
        facts.untold("harvestEnded", "end of the harvest date range");
        facts.untold("harvestAreas", "harvest locations");
        facts.untold("harvester.name", "business name");
        facts.untold("harvester.phone", "phone number");
        facts.untold("received.commodity", "commodity");
        facts.untold("received.variety", "variety");
        facts.untold("received.date", "date");
        facts.untold("received.quantity", "quantity");
        facts.untold("received.unit", "unit of measure");
        facts.joined();
        return Map.copyOf(facts.byWord);
    }

    private static Location party(Statement statement, Function<LotEvent, io.lotwire.lot.Party> party) {
        return statement.context().masterData().location(party.apply(statement.occasion()));
    }

    private static io.lotwire.lot.Party owner(LotEvent event, Function<Transfer, io.lotwire.lot.Party> which) {
        return event.transfer() == null ? null : which.apply(event.transfer());
    }

    private static String transfer(Statement statement, Function<Transfer, String> part) {
        Transfer transfer = statement.occasion().transfer();
        return transfer == null ? "" : part.apply(transfer);
    }

    private static String ndc(Statement statement) {
        return statement.occasion().item().ids().stream()
                .filter(id -> id.scheme().equals("ndc"))
                .map(ItemId::value)
                .findFirst()
                .orElse("");
    }

    /** The transaction statement of an event, whatever it answers: by its code, or in words without a code. */
    static Optional<TransactionStatement> transactionStatement(Statement statement) {
        Transfer transfer = statement.occasion().transfer();
        return transfer == null
                ? Optional.empty()
                : transfer.statements().stream()
                        .filter(each -> each.code().equals(TRANSACTION_STATEMENT)
                                || (each.code().isEmpty() && !each.words().isEmpty()))
                        .findFirst();
    }

    private static String confirmed(Statement statement) {
        return transactionStatement(statement)
                .filter(each -> each.answer() == TransactionStatement.Answer.YES)
                .map(each -> Word.of(each.answer()))
                .orElse("");
    }

    /** Where it happened: receipts say where they go to, all else where it comes from, or stays. */
    private static Location place(Statement statement) {
        LotEvent event = statement.occasion();
        boolean receipt = statement.kind() == TrackingEvent.RECEIVING
                || statement.kind() == TrackingEvent.FIRST_LAND_BASED_RECEIVING;
        return statement
                .context()
                .masterData()
                .location(receipt || event.shipFrom() == null ? event.shipTo() : event.shipFrom());
    }

    private static Location source(Statement statement) {
        LotEvent event = statement.occasion();
        LotSource source = event.lot() == null ? null : event.lot().source();
        return statement.context().masterData().location(source, event);
    }

    /** A reference stands for the location; a GLN is one. */
    private static String sourceReference(Statement statement) {
        Lot lot = statement.occasion().lot();
        LotSource source = lot == null ? null : lot.source();
        return source == null ? "" : source.reference().isEmpty() ? source.gln() : source.reference();
    }

    /** The lot's code, where it is a traceability lot code, and is known to be that of these goods. */
    private static String tlc(Statement statement, LotEvent event) {
        Lot lot = event == null ? null : event.lot();
        if (lot == null || !statement.context().terms().isTlc(lot)) {
            return "";
        }
        return lot.certainty() != null && lot.certainty().kind() == Certainty.Kind.ONE_OF ? "" : lot.code();
    }

    private static BigDecimal quantity(LotEvent event) {
        Quantity quantity = event == null ? null : event.quantity();
        return quantity == null ? null : quantity.value();
    }

    private static String unit(LotEvent event) {
        if (event == null || event.quantity() == null) {
            return "";
        }
        String code = event.quantity().unit();
        return Units.of(event.unitList(), code).map(Unit::name).orElse(code);
    }

    private static String gtin(LotEvent event) {
        return event == null || event.item().gtin() == null
                ? ""
                : event.item().gtin().digits();
    }

    /** When it happened; of what was packed the day that the lot states. */
    private static LocalDate date(Statement statement) {
        LotEvent event = statement.occasion();
        if (statement.kind() == TrackingEvent.INITIAL_PACKING && event.lot() != null) {
            LocalDate packed = day(event.lot().packed());
            if (packed != null) {
                return packed;
            }
        }
        return event.time() == null ? null : day(event.time().value());
    }

    private static LocalDate lotDate(Statement statement, Function<Lot, String> date) {
        Lot lot = statement.occasion().lot();
        return lot == null ? null : day(date.apply(lot));
    }

    private static LocalDate day(String time) {
        try {
            return time.length() < DAY ? null : LocalDate.parse(time.substring(0, DAY));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String document(Statement statement, int place, Function<ReferenceDocuments.Named, String> part) {
        List<ReferenceDocuments.Named> documents = ReferenceDocuments.of(statement);
        return place < documents.size() ? part.apply(documents.get(place)) : "";
    }

    /** Gathers them. */
    private static final class Facts {
        private final Map<String, Fact> byWord = new HashMap<>();

        void add(String word, String words, Function<Statement, Object> reader) {
            byWord.put(word, new Fact(word, words, reader));
        }

        /** What no document tells: it needs master data. */
        void untold(String word, String words) {
            add(word, words, statement -> null);
        }

        void location(String word, Function<Statement, Location> location) {
            add(word + ".gln", "GLN", location.andThen(Location::gln));
            add(word + ".name", "business name", location.andThen(Location::name));
            add(word + ".phone", "phone number", location.andThen(Location::phone));
            add(word + ".street", "street address or coordinates", location.andThen(Location::street));
            add(word + ".city", "city", location.andThen(Location::city));
            add(word + ".region", "state or region", location.andThen(Location::region));
            add(word + ".postalCode", "ZIP or postal code", location.andThen(Location::postalCode));
            add(word + ".country", "country", location.andThen(Location::country));
            add(word + ".words", "location", location.andThen(Facts::words));
        }

        void product(String word, Function<Statement, LotEvent> event) {
            product(word + ".name", "product name", event, ProductDescription::name);
            product(word + ".brand", "brand name", event, ProductDescription::brand);
            product(word + ".commodity", "commodity", event, ProductDescription::commodity);
            product(word + ".variety", "variety", event, ProductDescription::variety);
            product(word + ".size", "packaging size", event, ProductDescription::packagingSize);
            product(word + ".style", "packaging style", event, ProductDescription::packagingStyle);
        }

        private void product(
                String word,
                String words,
                Function<Statement, LotEvent> event,
                Function<ProductDescription, String> part) {
            add(word, words, statement -> {
                LotEvent told = event.apply(statement);
                return told == null
                        ? ""
                        : part.apply(statement.context().masterData().product(told.item()));
            });
        }

        /** What trade partners want in one cell, or beside what the rule asks for. */
        void joined() {
            add("quantity.words", "quantity", statement -> amount(statement.used()));
            add("produced.quantity.words", "quantity", statement -> amount(statement.produced()));
            add("document.words", "reference document", Facts::document);
            add("lot", "lot", statement -> lotCode(statement.used()));
            add("produced.lot", "lot", statement -> lotCode(statement.produced()));
            add("sscc", "SSCC", statement -> sscc(statement.used()));
            add("produced.sscc", "SSCC", statement -> sscc(statement.produced()));
            lotDate("lot.date", "lot.dateType", Statement::used);
            lotDate("produced.lot.date", "produced.lot.dateType", Statement::produced);
            add("certainty", "certainty", Facts::certainty);
            add("source.url", "URL", statement -> reference(statement, true));
            add("source.ffrn", "FDA food facility registration number", statement -> reference(statement, false));
        }

        private void lotDate(String date, String type, Function<Statement, LotEvent> event) {
            add(date, "date", statement -> LotDay.of(event.apply(statement)).date());
            add(type, "date type", statement -> LotDay.of(event.apply(statement))
                    .type());
        }

        private static String words(Location location) {
            StringBuilder words = new StringBuilder();
            for (String part : List.of(
                    location.name(),
                    location.street(),
                    location.city(),
                    location.region(),
                    location.postalCode(),
                    location.country())) {
                words.append(words.length() == 0 || part.isEmpty() ? "" : ", ").append(part);
            }
            return words.toString();
        }

        private static String amount(LotEvent event) {
            BigDecimal value = quantity(event);
            return value == null ? "" : (value.toPlainString() + " " + unit(event)).strip();
        }

        private static String document(Statement statement) {
            List<ReferenceDocuments.Named> documents = ReferenceDocuments.of(statement);
            return documents.isEmpty()
                    ? ""
                    : documents.get(0).type() + " " + documents.get(0).number();
        }

        private static String lotCode(LotEvent event) {
            return event == null || event.lot() == null ? "" : event.lot().code();
        }

        private static String sscc(LotEvent event) {
            LogisticUnit unit = event == null ? null : event.unit();
            return unit == null || unit.sscc() == null ? "" : unit.sscc().digits();
        }

        private static String certainty(Statement statement) {
            Lot lot = statement.event().lot();
            Certainty certainty = lot == null ? null : lot.certainty();
            return certainty == null ? "" : Word.of(certainty.kind());
        }

        private static String reference(Statement statement, boolean url) {
            Lot lot = statement.occasion().lot();
            String reference =
                    lot == null || lot.source() == null ? "" : lot.source().reference();
            return reference.contains("://") == url ? reference : "";
        }
    }
}
