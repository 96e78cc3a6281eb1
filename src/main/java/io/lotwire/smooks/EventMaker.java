package io.lotwire.smooks;

import io.lotwire.lot.Address;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotDoubt;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.UnitType;
import io.lotwire.lot.Word;
import io.lotwire.mapping.Dates;
import io.lotwire.mapping.GoodsDoubts;
import io.lotwire.problem.Severity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a lot event of what was stated. What cannot be right is an issue of the event; it has no id yet. */
final class EventMaker {
    /** Schemes whose numbers are GTINs, padded (GS1 General Specifications, 3.3.2). */
    private static final Set<String> GTIN_SCHEMES = Set.of("gtin", "upc", "ean");

    private final Stated stated;
    private final ZoneId home;
    private final List<Issue> issues = new ArrayList<>();

    /**
     * @param home where times are meant that state no zone, null when that is not known
     */
    EventMaker(Stated stated, ZoneId home) {
        this.stated = stated;
        this.home = home;
    }

    /**
     * The event.
     *
     * @param quantity how much, null when that is not stated
     * @param quantityDoubts what is doubtful about that
     */
    LotEvent event(EventType type, Purpose purpose, Source source, Quantity quantity, List<Issue> quantityDoubts) {
        Lot lot = lot();
        Item item = item();
        GoodsDoubts.add(type, item, quantity, lot != null, issues);
        return new LotEvent(
                "",
                type,
                purpose,
                time(),
                item,
                lot,
                quantity(quantity, quantityDoubts),
                Word.constant(Condition.class, stated.get(EventField.CONDITION)).orElse(null),
                reason(),
                unit(),
                transformation(),
                party(EventField.SHIP_FROM),
                party(EventField.SHIP_TO),
                references(),
                source,
                issues);
    }

    private Reason reason() {
        String code = stated.get(EventField.REASON + ".code");
        return code.isEmpty()
                ? null
                : new Reason(code, stated.get(EventField.REASON + ".list"), stated.get(EventField.REASON + ".text"));
    }

    private Transformation transformation() {
        String id = stated.get(EventField.TRANSFORMATION + ".id");
        Optional<Transformation.Role> role =
                Word.constant(Transformation.Role.class, stated.get(EventField.TRANSFORMATION + ".role"));
        return id.isEmpty() || role.isEmpty() ? null : new Transformation(id, role.get());
    }

    private void doubt(IssueCode code, String message) {
        issues.add(new Issue(code, Severity.WARNING, message));
    }

    private EventTime time() {
        String date = stated.get(EventField.DATE);
        if (date.isEmpty()) {
            return null;
        }
        String clock = stated.get(EventField.TIME);
        String zone = stated.get(EventField.ZONE);
        Optional<EventTime> time = Dates.written(date, clock, zone, home);
        if (time.isEmpty()) {
            dateDoubt(EventField.DATE, date);
        } else if (time.get().precision() == TimePrecision.DATE && (!clock.isEmpty() || date.contains("T"))) {
            doubt(
                    IssueCode.DATE_INVALID,
                    "The time of '" + (date + " " + clock).strip()
                            + "' does not exist or is not written as 14:30 or 143000: only its date is taken.");
        } else if (!Dates.mayBeZone(zone)) {
            doubt(IssueCode.DATE_INVALID, "The time zone '" + zone + "' is none that is known, so none is told.");
        }
        return time.orElse(null);
    }

    private Item item() {
        List<ItemId> ids = new ArrayList<>();
        Gtin gtin = null;
        for (Map.Entry<String, String> field : stated.fields().entrySet()) {
            if (!field.getKey().startsWith(EventField.ITEM + ".")) {
                continue;
            }
            String scheme = field.getKey().substring(EventField.ITEM.length() + 1);
            String number = field.getValue();
            ids.add(new ItemId(scheme, number));
            if (GTIN_SCHEMES.contains(scheme)) {
                Optional<Gtin> parsed = Gtin.parse(number);
                gtin = gtin == null ? parsed.orElse(null) : gtin;
                if (parsed.isEmpty()) {
                    doubt(
                            IssueCode.GTIN_INVALID,
                            "The item number '" + number + "' (" + scheme
                                    + ") is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted.");
                }
            }
        }
        return new Item(gtin, ids, stated.get(EventField.DESCRIPTION));
    }

    private Lot lot() {
        if (stated.get(EventField.LOT).isEmpty()) {
            return null;
        }
        LotDoubt.of(stated.get(EventField.LOT)).ifPresent(issues::add);
        List<String> dates = EventField.LOT_DATES.stream().map(this::date).toList();
        return new Lot(
                stated.get(EventField.LOT),
                Word.constant(LotKind.class, stated.get(EventField.LOT_KIND)).orElse(LotKind.LOT),
                dates.get(0),
                dates.get(1),
                dates.get(2),
                dates.get(3),
                dates.get(4),
                lotSource());
    }

    private LotSource lotSource() {
        return stated.states(EventField.LOT_SOURCE)
                ? new LotSource(
                        stated.get(EventField.LOT_SOURCE + ".gln"),
                        stated.get(EventField.LOT_SOURCE + ".name"),
                        stated.get(EventField.LOT_SOURCE + ".reference"))
                : null;
    }

    private String date(String field) {
        String text = stated.get(field);
        if (text.isEmpty()) {
            return "";
        }
        Optional<LocalDate> date = EventField.GOOD_UNTIL.contains(field) ? Dates.lastDay(text) : Dates.written(text);
        if (date.isEmpty()) {
            dateDoubt(field, text);
        }
        return date.map(LocalDate::toString).orElse("");
    }

    private void dateDoubt(String field, String text) {
        doubt(
                IssueCode.DATE_INVALID,
                "The date '" + text + "' (" + field + ") does not exist or is not written as 2026-03-04 or 20260304.");
    }

    private Quantity quantity(Quantity quantity, List<Issue> doubts) {
        issues.addAll(doubts);
        return quantity;
    }

    private LogisticUnit unit() {
        String number = stated.get(EventField.SSCC);
        if (number.isEmpty()) {
            return null;
        }
        Optional<Sscc> sscc = Sscc.parse(number);
        if (sscc.isEmpty()) {
            doubt(IssueCode.SSCC_INVALID, "The unit's number '" + number + "' is no SSCC: 18 digits are wanted.");
            return null;
        }
        if (!sscc.get().hasGoodCheckDigit()) {
            doubt(IssueCode.SSCC_INVALID, "The SSCC '" + number + "' has a wrong check digit: it may be misread.");
        }
        return new LogisticUnit(
                sscc.get(),
                Sscc.parse(stated.get(EventField.PARENT_SSCC)).orElse(null),
                Word.constant(UnitType.class, stated.get(EventField.UNIT_TYPE)).orElse(null));
    }

    private Party party(String who) {
        if (!stated.states(who)) {
            return null;
        }
        String number = stated.get(who + ".gln");
        Optional<Gln> gln = Gln.parse(number);
        List<PartyId> ids = new ArrayList<>();
        if (!number.isEmpty() && gln.isEmpty()) {
            doubt(
                    IssueCode.GLN_INVALID,
                    "The location number '" + number + "' (" + who
                            + ") is no GLN: 13 digits with a good check digit are wanted.");
            ids.add(new PartyId("gln", number));
        }
        String prefix = who + ".id.";
        stated.fields().forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                ids.add(new PartyId(name.substring(prefix.length()), text));
            }
        });
        return new Party(gln.orElse(null), stated.get(who + ".name"), ids, address(who));
    }

    private Address address(String who) {
        List<String> parts = List.of("line1", "line2", "city", "region", "postalCode", "country").stream()
                .map(part -> stated.get(who + "." + part))
                .toList();
        return parts.stream().allMatch(String::isEmpty)
                ? null
                : new Address(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        stated.fields().forEach((name, text) -> {
            if (name.startsWith(EventField.REFERENCE + ".")) {
                String type = name.substring(EventField.REFERENCE.length() + 1);
                references.add(new Reference(type, text, date(EventField.REFERENCE_DATE + "." + type)));
            }
        });
        return references;
    }
}
