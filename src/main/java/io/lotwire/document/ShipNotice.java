package io.lotwire.document;

import io.lotwire.document.ShipNoticeStyle.LotPlace;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.UnitType;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Fault;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the lot events of one shipment as a ship notice (X12 856): each event becomes one item level, with its lot, its
 * quantity and the dates of its lot, under its order and its pallet.
 *
 * <p>An event without an order or a pallet stands one level higher. X12 has no date qualifier for best-before and harvest
 * dates, and calling them expiry dates would be false, so they are written as text (PID).
 */
public final class ShipNotice {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final Map<String, String> REFERENCE_QUALIFIERS = Map.of(
            "bill-of-lading", "BM",
            "pro", "CN",
            "invoice", "IV",
            "depositor-order", "VN");

    private final X12Writer writer;
    private final ShipNoticeStyle style;
    private int levels;
    private int items;

    private ShipNotice(X12Writer writer, ShipNoticeStyle style) {
        this.writer = writer;
        this.style = style;
    }

    /**
     * The notice in an interchange of its own.
     *
     * @param events what was shipped; all of one shipment: one purpose, one place it left, one place it goes to
     * @return the bytes, or every reason why they would be wrong: more than one shipment, or a value that does not fit
     */
    public static Written write(List<LotEvent> events, ShipNoticeAddress address, ShipNoticeStyle style) {
        List<Problem> problems = notOneShipment(events);
        if (!problems.isEmpty()) {
            return new Written.Refused(problems);
        }
        X12Writer writer = new X12Writer(address.envelope())
                .group(
                        "SH",
                        address.groupSender(),
                        address.groupReceiver(),
                        address.groupControlNumber(),
                        style.version())
                .set("856", address.setControlNumber());
        new ShipNotice(writer, style).write(events, address);
        return writer.end();
    }

    private void write(List<LotEvent> events, ShipNoticeAddress address) {
        LotEvent first = events.get(0);
        writer.segment(
                "BSN",
                purposeCode(first.purpose()),
                address.documentNumber(),
                DATE.format(address.envelope().time()),
                TIME.format(address.envelope().time()),
                structureCode(events));
        int shipment = level("S", 0);
        List<Reference> said = new ArrayList<>();
        references(events, said);
        Optional<EventTime> time = common(events, LotEvent::time);
        time.ifPresent(this::shipped);
        new PartyLoop(writer).write("ST", first.shipTo());
        new PartyLoop(writer).write("SF", first.shipFrom());
        below(shipment, style.shape().levels(), events, new Said(said, time.isPresent()));
        writer.segment("CTT", String.valueOf(levels));
    }

    private void below(int parent, List<LevelShape.Level> shape, List<LotEvent> events, Said said) {
        if (shape.isEmpty()) {
            events.forEach(event -> item(parent, event, said));
            return;
        }
        List<LevelShape.Level> inner = shape.subList(1, shape.size());
        Map<String, List<LotEvent>> groups = new LinkedHashMap<>();
        for (LotEvent event : events) {
            groups.computeIfAbsent(key(shape.get(0), event), key -> new ArrayList<>())
                    .add(event);
        }
        groups.forEach((key, members) -> {
            if (key.isEmpty()) {
                below(parent, inner, members, said);
            } else if (shape.get(0) == LevelShape.Level.ORDER) {
                int order = level("O", parent);
                order(members.get(0));
                List<Reference> known = new ArrayList<>(said.references());
                references(members, known);
                below(order, inner, members, new Said(known, said.time()));
            } else {
                LogisticUnit unit = members.get(0).unit();
                boolean carton = shape.get(0) == LevelShape.Level.UNIT && unit.type() == UnitType.CARTON;
                int tare = level(carton ? "P" : "T", parent);
                mark(key);
                below(tare, inner, members, said);
            }
        });
    }

    /** What makes events of one level belong together; {@code ""} when the event has no such level. */
    private static String key(LevelShape.Level level, LotEvent event) {
        LogisticUnit unit = event.unit();
        return switch (level) {
            case ORDER ->
                event.reference("purchase-order").isEmpty()
                        ? event.reference("depositor-order")
                        : event.reference("purchase-order");
            case OUTER_UNIT -> unit == null || unit.parent() == null ? "" : digits(unit.parent());
            case UNIT -> unit == null || unit.sscc() == null ? "" : digits(unit.sscc());
        };
    }

    private static String digits(Sscc sscc) {
        return sscc.digits();
    }

    private int level(String code, int parent) {
        levels++;
        writer.segment(
                "HL",
                String.valueOf(levels),
                parent == 0 ? "" : String.valueOf(parent),
                code,
                code.equals("I") ? "0" : "1");
        return levels;
    }

    private void order(LotEvent event) {
        String number = event.reference("purchase-order");
        if (!number.isEmpty()) {
            String date = event.references().stream()
                    .filter(reference -> reference.type().equals("purchase-order"))
                    .map(Reference::date)
                    .findFirst()
                    .orElse("");
            writer.segment("PRF", number, "", "", basicDate(date));
        }
    }

    private void item(int parent, LotEvent event, Said said) {
        level("I", parent);
        items++;
        Lot lot = event.lot();
        List<String> lin = new ArrayList<>();
        lin.add(String.valueOf(items));
        lin.addAll(ProductNumbers.pairs(event.item()));
        if (lot != null && style.lotPlaces().contains(LotPlace.LIN)) {
            lin.add("LT");
            lin.add(lot.code());
        }
        writer.segment("LIN", lin.toArray(String[]::new));
        quantity(event.quantity());
        text(event.item().description());
        if (lot != null) {
            textDate("Best before ", lot.bestBefore());
            textDate("Harvested ", lot.harvested());
            if (style.lotPlaces().contains(LotPlace.REF)) {
                writer.segment("REF", lotQualifier(lot.kind()), lot.code());
            }
        }
        references(List.of(event), new ArrayList<>(said.references()));
        if (style.shape().levels().stream().noneMatch(level -> level == LevelShape.Level.UNIT)
                && event.unit() != null) {
            mark(digits(event.unit().sscc()));
        }
        if (lot != null) {
            date("036", lot.expires());
            date("094", lot.manufactured());
            date("510", lot.packed());
        }
        if (!said.time() && event.time() != null) {
            shipped(event.time());
        }
        if (lot != null && lot.source() != null) {
            new PartyLoop(writer).write("ZW", lot.source());
        }
    }

    private void quantity(Quantity quantity) {
        if (quantity == null) {
            return;
        }
        boolean ordered = quantity.ordered() != null;
        writer.segment(
                "SN1",
                "",
                quantity.value().toPlainString(),
                quantity.unit(),
                "",
                ordered ? quantity.ordered().toPlainString() : "",
                ordered ? quantity.unit() : "");
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            writer.segment("PID", "F", "", "", "", text);
        }
    }

    private void textDate(String what, String date) {
        if (!date.isEmpty()) {
            text(what + date);
        }
    }

    private void date(String qualifier, String date) {
        if (!date.isEmpty()) {
            writer.segment("DTM", qualifier, basicDate(date));
        }
    }

    private void shipped(EventTime time) {
        String value = time.value();
        String clock =
                switch (time.precision()) {
                    case DATE -> "";
                    case MINUTE -> value.substring(11, 16);
                    case SECOND -> value.substring(11, 19);
                };
        boolean universal = time.precision() != TimePrecision.DATE && (value.endsWith("Z") || value.endsWith("+00:00"));
        writer.segment("DTM", "011", basicDate(value.substring(0, 10)), clock.replace(":", ""), universal ? "UT" : "");
    }

    private void mark(String sscc) {
        writer.segment("MAN", "GM", "00" + sscc);
    }

    /** Writes the references that all these events share and that no level above has said. */
    private void references(List<LotEvent> events, List<Reference> said) {
        for (Reference reference : events.get(0).references()) {
            String qualifier = REFERENCE_QUALIFIERS.get(reference.type());
            boolean shared =
                    events.stream().allMatch(event -> event.references().contains(reference));
            if (qualifier != null && shared && !said.contains(reference)) {
                writer.segment("REF", qualifier, reference.value());
                said.add(reference);
            }
        }
    }

    private static String lotQualifier(LotKind kind) {
        return switch (kind) {
            case BATCH -> "BT";
            case PRODUCTION_CODE -> "PC";
            case LOT, TLC -> "LT";
        };
    }

    private static String purposeCode(Purpose purpose) {
        return switch (purpose) {
            case ORIGINAL -> "00";
            case CANCEL -> "01";
            case CORRECT -> "04";
            case REPLACE -> "05";
        };
    }

    /** BSN05 where X12 has a code for the structure; {@code ZZZZ} for what was agreed on. */
    private String structureCode(List<LotEvent> events) {
        boolean units = events.stream().anyMatch(event -> event.unit() != null);
        if (style.shape() == LevelShape.S_O_I || !units) {
            return "0004";
        }
        return "ZZZZ";
    }

    private static String basicDate(String date) {
        return date.replace("-", "");
    }

    private static <T> Optional<T> common(List<LotEvent> events, Function<LotEvent, T> property) {
        T first = property.apply(events.get(0));
        boolean shared = first != null && events.stream().allMatch(event -> first.equals(property.apply(event)));
        return shared ? Optional.of(first) : Optional.empty();
    }

    private static List<Problem> notOneShipment(List<LotEvent> events) {
        List<Problem> problems = new ArrayList<>();
        if (events.isEmpty()) {
            problems.add(
                    refused(Fault.VALUE_MISSING, "A ship notice needs at least one lot event; give the shipment's."));
        } else {
            differs(events, "purposes", LotEvent::purpose).ifPresent(problems::add);
            differs(events, "places that the goods leave", LotEvent::shipFrom).ifPresent(problems::add);
            differs(events, "places that the goods go to", LotEvent::shipTo).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> differs(List<LotEvent> events, String what, Function<LotEvent, Object> property) {
        long kinds = events.stream()
                .map(property)
                .map(Optional::ofNullable)
                .distinct()
                .count();
        return kinds == 1
                ? Optional.empty()
                : Optional.of(refused(
                        Fault.VALUE_INVALID,
                        "The events have " + kinds + " " + what + "; write one ship notice for each."));
    }

    private static Problem refused(Fault fault, String message) {
        return Problem.error(fault, Place.inFile(""), message);
    }

    /** What the levels above have said. */
    private record Said(List<Reference> references, boolean time) {}
}
