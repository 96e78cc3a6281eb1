package io.lotwire.partner.table;

import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Source;
import io.lotwire.partner.table.CodeTable.OnMiss;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.RepeatedProblems;
import io.lotwire.problem.Severity;
import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import io.lotwire.writing.StandardUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partner's code lists and cross-references. What they send is understood with them; what they get is said in their
 * words. The lot code is never touched. Nothing here changes: the same event gives the same event.
 */
public final class Tables {
    /** A partner without tables. */
    public static final Tables NONE = new Tables(null, null, null);

    /** The column of what a product is called. */
    static final String DESCRIPTION = "description";

    private static final String GTIN = "gtin";
    private static final String GLN = "gln";
    private static final String NAME = "name";

    /** So many different misses are told of one document: nobody mends more at once. */
    private static final int MOST_PROBLEMS = 500;

    private final CodeTable items;
    private final CodeTable units;
    private final CodeTable parties;

    /**
     * @param items their item numbers, null when there is no such table
     * @param units their units, null when there is no such table
     * @param parties their codes of companies and locations, null when there is no such table
     */
    public Tables(CodeTable items, CodeTable units, CodeTable parties) {
        this.items = items;
        this.units = units;
        this.parties = parties;
    }

    /** True when the partner has no tables. */
    public boolean isEmpty() {
        return items == null && units == null && parties == null;
    }

    /** The same without the table of units. */
    public Tables withoutUnits() {
        return new Tables(items, null, parties);
    }

    /** True when the table of units says what the partner calls that of an event. */
    public boolean nameUnitOf(LotEvent event) {
        return units != null && event.quantity() != null && unitRow(event).isPresent();
    }

    /**
     * Events as tables tell them.
     *
     * @param events the events
     * @param problems misses that a person is to know of, each once with how often; an error means that the events may not be
     *     used
     */
    public record Told(List<LotEvent> events, List<Problem> problems) {
        public Told {
            events = List.copyOf(events);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the partner said, with what their numbers mean. Units stay as they were sent.
     *
     * @param file the file's name, for places
     */
    public Told received(List<LotEvent> events, String file) {
        if (isEmpty()) {
            return new Told(events, List.of());
        }
        List<LotEvent> told = new ArrayList<>();
        RepeatedProblems problems = new RepeatedProblems();
        for (LotEvent event : events) {
            Misses misses = new Misses(place(event.source(), file));
            told.add(understood(event, misses));
            misses.problems.forEach(problems::add);
        }
        return new Told(told, problems.once());
    }

    /**
     * Tells a document's events to the partner, with their own numbers, units and codes.
     *
     * @param oneNumber true when the document has room for one number of a company: then it is theirs
     */
    public Telling sending(boolean oneNumber) {
        return new Telling(oneNumber);
    }

    /** Tells the events of one document one by one, and gathers what the tables lack. */
    public final class Telling {
        private final boolean oneNumber;
        private final RepeatedProblems problems = new RepeatedProblems(MOST_PROBLEMS);
        private boolean rejects;

        private Telling(boolean oneNumber) {
            this.oneNumber = oneNumber;
        }

        /** The event as the partner is to hear it. */
        public LotEvent tell(LotEvent event) {
            if (isEmpty()) {
                return event;
            }
            Misses misses = new Misses(place(event.source(), ""));
            LotEvent told = inTheirWords(event, oneNumber, misses);
            for (Problem problem : misses.problems) {
                rejects |= problem.isError();
                problems.add(problem);
            }
            return told;
        }

        /** True when the events told so far may not be sent. */
        public boolean rejects() {
            return rejects;
        }

        /** Misses so far that a person is to know of, each once with how often. */
        public List<Problem> problems() {
            return problems.once();
        }
    }

    private LotEvent understood(LotEvent event, Misses misses) {
        return event.inOtherWords(
                items == null ? event.item() : knownItem(event.item(), misses),
                event.quantity(),
                parties == null ? event.shipFrom() : knownParty(event.shipFrom(), misses),
                parties == null ? event.shipTo() : knownParty(event.shipTo(), misses),
                misses.issues);
    }

    private LotEvent inTheirWords(LotEvent event, boolean oneNumber, Misses misses) {
        return event.inOtherWords(
                items == null ? event.item() : theirItem(event.item(), misses),
                units == null ? event.quantity() : theirUnit(event, misses),
                parties == null ? event.shipFrom() : theirParty(event.shipFrom(), oneNumber, misses),
                parties == null ? event.shipTo() : theirParty(event.shipTo(), oneNumber, misses),
                misses.issues);
    }

    private Item knownItem(Item item, Misses misses) {
        Optional<String> number = number(item, items.from());
        Optional<Map<String, String>> row = number.flatMap(items::ofTheirs);
        if (row.isEmpty()) {
            // Our word already stands in the document, so there was nothing to look up.
            boolean known = number(item, items.to()).isPresent();
            if (!known) {
                misses.add(items, items.from(), number.orElse("none"));
            }
            return item;
        }
        return completed(item, row.get(), misses);
    }

    private Item completed(Item item, Map<String, String> row, Misses misses) {
        Gtin gtin = item.gtin();
        String description = item.description();
        List<ItemId> ids = new ArrayList<>(item.ids());
        for (Map.Entry<String, String> attribute : row.entrySet()) {
            String value = attribute.getValue();
            if (value.isEmpty() || attribute.getKey().equals(items.from())) {
                continue;
            }
            if (attribute.getKey().equals(GTIN)) {
                Gtin known = Gtin.parse(value).orElseThrow();
                if (gtin != null && !gtin.equals(known)) {
                    misses.conflict("The document says GTIN " + gtin + ", the table of items says " + known + " for "
                            + items.from() + " '" + row.get(items.from()) + "': correct one of them.");
                }
                gtin = gtin == null ? known : gtin;
            } else if (attribute.getKey().equals(DESCRIPTION)) {
                description = description.isEmpty() ? value : description;
            } else if (number(item, attribute.getKey()).isEmpty()) {
                ids.add(new ItemId(attribute.getKey(), value));
            }
        }
        return new Item(gtin, ids, description);
    }

    private Item theirItem(Item item, Misses misses) {
        Optional<String> ours = number(item, items.to());
        Optional<Map<String, String>> row = ours.flatMap(items::ofOurs);
        if (row.isEmpty()) {
            misses.add(items, items.to(), ours.orElse("none"));
            return item;
        }
        List<ItemId> ids = new ArrayList<>();
        ids.add(new ItemId(items.from(), row.get().get(items.from())));
        item.ids().stream().filter(id -> !id.scheme().equals(items.from())).forEach(ids::add);
        return new Item(item.gtin(), ids, item.description());
    }

    private Quantity theirUnit(LotEvent event, Misses misses) {
        Quantity quantity = event.quantity();
        if (quantity == null) {
            return null;
        }
        Optional<Map<String, String>> row = unitRow(event);
        if (row.isEmpty()) {
            if (!quantity.unit().isEmpty()) {
                misses.add(units, units.to(), quantity.unit());
            }
            return quantity;
        }
        return new Quantity(quantity.value(), row.get().get(units.from()), quantity.ordered());
    }

    /** Our units are those of X12, and further ones that it does not have: the can of an EDIFACT message is no case of ours. */
    private Optional<Map<String, String>> unitRow(LotEvent event) {
        String code = event.quantity().unit();
        if (code.isEmpty()) {
            return units.ofOurs(StandardUnits.NO_UNIT);
        }
        UnitList list = event.unitList();
        Optional<Unit> ours = Units.of(UnitList.X12, code);
        boolean isOurs = ours.isEmpty() || ours.equals(Units.of(list, code));
        return (isOurs ? units.ofOurs(code) : Optional.<Map<String, String>>empty())
                .or(() -> Units.same(list, code, UnitList.X12).flatMap(units::ofOurs));
    }

    private Party knownParty(Party party, Misses misses) {
        Optional<String> code = code(party, parties.from());
        Optional<Map<String, String>> row = code.flatMap(parties::ofTheirs);
        if (row.isEmpty()) {
            if (party != null && code(party, parties.to()).isEmpty()) {
                misses.add(parties, parties.from(), code.orElse("none"));
            }
            return party;
        }
        Gln gln = party.gln();
        Optional<Gln> known = Gln.parse(row.get().getOrDefault(GLN, ""));
        if (gln != null && known.isPresent() && !gln.equals(known.get())) {
            misses.conflict("The document says GLN " + gln + ", the table of parties says " + known.get() + " for "
                    + parties.from() + " '" + code.get() + "': correct one of them.");
        }
        String name = party.name().isEmpty() ? row.get().getOrDefault(NAME, "") : party.name();
        List<PartyId> ids = new ArrayList<>(party.ids());
        if (!parties.to().equals(GLN) && code(party, parties.to()).isEmpty()) {
            ids.add(new PartyId(parties.to(), row.get().get(parties.to())));
        }
        return new Party(gln == null ? known.orElse(null) : gln, name, ids, party.address());
    }

    private Party theirParty(Party party, boolean oneNumber, Misses misses) {
        Optional<String> ours = code(party, parties.to());
        Optional<Map<String, String>> row = ours.flatMap(parties::ofOurs);
        if (row.isEmpty()) {
            if (party != null) {
                misses.add(parties, parties.to(), ours.orElse("none"));
            }
            return party;
        }
        List<PartyId> ids = new ArrayList<>();
        ids.add(new PartyId(parties.from(), row.get().get(parties.from())));
        party.ids().stream().filter(id -> !id.scheme().equals(parties.from())).forEach(ids::add);
        return new Party(oneNumber ? null : party.gln(), party.name(), ids, party.address());
    }

    private static Optional<String> number(Item item, String scheme) {
        if (scheme.equals(GTIN)) {
            return Optional.ofNullable(item.gtin()).map(Gtin::digits);
        }
        return item.ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ItemId::value)
                .findFirst();
    }

    private static Optional<String> code(Party party, String scheme) {
        if (party == null) {
            return Optional.empty();
        }
        if (scheme.equals(GLN)) {
            return Optional.ofNullable(party.gln()).map(Gln::digits);
        }
        return party.ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(PartyId::value)
                .findFirst();
    }

    private static Place place(Source source, String file) {
        return source == null
                ? Place.inFile(file)
                : new Place(
                        file,
                        source.interchange(),
                        source.group(),
                        source.transaction(),
                        source.segment(),
                        "",
                        0,
                        0,
                        0,
                        source.offset());
    }

    /** What tables did not have, or had otherwise, for one event. */
    private static final class Misses {
        private final Place place;
        private final List<Issue> issues = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Misses(Place place) {
            this.place = place;
        }

        void add(CodeTable table, String column, String value) {
            boolean reject = table.onMiss() == OnMiss.REJECT;
            String message = "The table of " + table.name() + " has no row with '" + value + "' in column '" + column
                    + "': add it there.";
            issues.add(new Issue(IssueCode.TABLE_MISS, reject ? Severity.ERROR : Severity.WARNING, message));
            if (table.onMiss() != OnMiss.KEEP) {
                problems.add(
                        new Problem(IssueCode.TABLE_MISS, reject ? Severity.ERROR : Severity.WARNING, place, message));
            }
        }

        void conflict(String message) {
            issues.add(new Issue(IssueCode.TABLE_CONFLICT, Severity.WARNING, message));
            problems.add(Problem.warning(IssueCode.TABLE_CONFLICT, place, message));
        }
    }
}
