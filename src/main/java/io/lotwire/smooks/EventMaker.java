package io.lotwire.smooks;

import io.lotwire.lot.Address;
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
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.UnitType;
import io.lotwire.lot.Word;
import io.lotwire.mapping.Dates;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a lot event of what was stated. What cannot be right is an issue of the event; it has no id yet. */
final class EventMaker {
    /** Schemes whose numbers are GTINs, padded (GS1 General Specifications, 3.3.2). */
    private static final Set<String> GTIN_SCHEMES = Set.of("gtin", "upc", "ean");

    /** A date with its time, as XML has it: 2026-03-04T14:30:00+01:00. */
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?(Z|[+-](?:0\\d|1[012]):00)?");

    private final Stated stated;
    private final List<Issue> issues = new ArrayList<>();

    EventMaker(Stated stated) {
        this.stated = stated;
    }

    LotEvent event(EventType type, Purpose purpose, Source source, boolean quantityShared) {
        Lot lot = lot();
        if (lot == null) {
            doubt(IssueCode.LOT_MISSING, "The document states no lot for this item.");
        }
        if (quantityShared) {
            doubt(
                    IssueCode.QUANTITY_NOT_SPLIT,
                    "A quantity is stated for several lots or units together: ask the sender for the quantity of each.");
        }
        return new LotEvent(
                "",
                type,
                purpose,
                time(),
                item(),
                lot,
                quantity(),
                unit(),
                party(Field.SHIP_FROM),
                party(Field.SHIP_TO),
                references(),
                source,
                issues);
    }

    private void doubt(IssueCode code, String message) {
        issues.add(new Issue(code, Severity.WARNING, message));
    }

    private EventTime time() {
        String date = stated.get(Field.DATE);
        if (date.isEmpty()) {
            return null;
        }
        Matcher moment = MOMENT.matcher(date);
        Optional<EventTime> time = moment.matches()
                ? Dates.eventTime(digits(moment.group(1)), digits(moment.group(2)), zone(moment.group(3)))
                : Dates.eventTime(digits(date), digits(stated.get(Field.TIME)), stated.get(Field.ZONE));
        if (time.isEmpty()) {
            dateDoubt(Field.DATE, date);
        }
        return time.orElse(null);
    }

    private static String digits(String text) {
        return text.replace("-", "").replace(":", "");
    }

    /** X12 element 623: 01 to 12 are so many hours ahead of UTC, 13 to 24 are 12 down to 1 behind it. */
    private String zone(String offset) {
        if (offset == null) {
            return stated.get(Field.ZONE);
        }
        int hours = offset.equals("Z") ? 0 : Integer.parseInt(offset.substring(0, 3));
        return hours == 0 ? "UT" : String.format(Locale.ROOT, "%02d", hours > 0 ? hours : hours + 25);
    }

    private Item item() {
        List<ItemId> ids = new ArrayList<>();
        Gtin gtin = null;
        for (Map.Entry<String, String> field : stated.fields().entrySet()) {
            if (!field.getKey().startsWith(Field.ITEM + ".")) {
                continue;
            }
            String scheme = field.getKey().substring(Field.ITEM.length() + 1);
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
        return new Item(gtin, ids, stated.get(Field.DESCRIPTION));
    }

    private Lot lot() {
        if (stated.get(Field.LOT).isEmpty()) {
            return null;
        }
        List<String> dates = Field.LOT_DATES.stream().map(this::date).toList();
        return new Lot(
                stated.get(Field.LOT),
                Word.constant(LotKind.class, stated.get(Field.LOT_KIND)).orElse(LotKind.LOT),
                dates.get(0),
                dates.get(1),
                dates.get(2),
                dates.get(3),
                dates.get(4),
                lotSource());
    }

    private LotSource lotSource() {
        return stated.states(Field.LOT_SOURCE)
                ? new LotSource(
                        stated.get(Field.LOT_SOURCE + ".gln"),
                        stated.get(Field.LOT_SOURCE + ".name"),
                        stated.get(Field.LOT_SOURCE + ".reference"))
                : null;
    }

    private String date(String field) {
        String text = stated.get(field);
        if (text.isEmpty()) {
            return "";
        }
        Optional<LocalDate> date = Dates.date(text.replace("-", ""));
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

    private Quantity quantity() {
        String text = stated.get(Field.QUANTITY);
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> value = decimal(text);
        return value.map(number -> new Quantity(
                        number,
                        stated.get(Field.UNIT),
                        decimal(stated.get(Field.ORDERED)).orElse(null)))
                .orElse(null);
    }

    private Optional<BigDecimal> decimal(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // X12's R: digits with a point where needed; so many of them that no number is a burden.
        if (!text.matches("-?([0-9]{1,18}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})")) {
            doubt(
                    IssueCode.QUANTITY_INVALID,
                    "The quantity '" + text + "' is no number: digits, with a point where needed, are wanted.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private LogisticUnit unit() {
        String number = stated.get(Field.SSCC);
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
                Sscc.parse(stated.get(Field.PARENT_SSCC)).orElse(null),
                Word.constant(UnitType.class, stated.get(Field.UNIT_TYPE)).orElse(null));
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
            if (name.startsWith(Field.REFERENCE + ".")) {
                String type = name.substring(Field.REFERENCE.length() + 1);
                references.add(new Reference(type, text, date(Field.REFERENCE_DATE + "." + type)));
            }
        });
        return references;
    }
}
