package io.lotwire.mapping;

import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the item that a loop speaks of: that of the nearest loop that names one, and the nearest description. */
final class ItemReader {
    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    ItemReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    /** The item; one without numbers when no loop names any. */
    Read<Item> read(Scope scope) {
        if (scope.item == null || trail != null) {
            boolean asAround = trail == null && scope.around() != null && !scope.says(Plan.ITEM | Plan.DESCRIPTION);
            scope.item = asAround ? read(scope.around()) : make(scope);
        }
        return scope.item;
    }

    /**
     * The item of goods whose lot a pallet or carton around them names. That unit's numbers are of the same goods: where the
     * case has a GTIN and its content another, the lot was given to the case.
     *
     * @param ofLot where the lot is named; null when nowhere
     */
    Read<Item> read(Scope scope, Scope ofLot) {
        Scope naming = ofLot == null || ofLot == scope ? null : scope.nearest(Plan.ITEM);
        if (naming == null || !ofLot.says(Plan.ITEM) || !ofLot.isAround(naming) || !isUnit(ofLot)) {
            return read(scope);
        }
        List<Numbered> ofUnit = numbersIn(ofLot);
        List<Numbered> own = numbersIn(naming);
        own.removeIf(number -> ofUnit.stream().anyMatch(other -> other.id.equals(number.id)));
        Gtin gtin = gtin(ofUnit);
        List<Numbered> all = new ArrayList<>(ofUnit);
        all.addAll(own);
        return item(scope, all, gtin == null ? gtin(own) : gtin);
    }

    private boolean isUnit(Scope scope) {
        Mapping.UnitTypes types = plan.mapping().unitTypes();
        if (types.byLevel() == null) {
            return scope.says(Plan.UNIT);
        }
        Value level = scope.found().first(plan.unitType());
        return level != null && types.byLevel().codes().containsKey(level.text());
    }

    private Read<Item> make(Scope scope) {
        Scope naming = scope.nearest(Plan.ITEM);
        List<Numbered> numbers = naming == null ? List.of() : numbersIn(naming);
        return item(scope, numbers, gtin(numbers));
    }

    private Read<Item> item(Scope scope, List<Numbered> numbers, Gtin gtin) {
        ItemId[] ids = new ItemId[numbers.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = numbers.get(i).id;
            took("item.ids", numbers.get(i));
        }
        return new Read<>(new Item(gtin, List.of(ids), description(scope)), doubts(numbers));
    }

    private String description(Scope scope) {
        Scope describing = scope.nearest(Plan.DESCRIPTION);
        if (describing == null) {
            return "";
        }
        int best = describing.best(plan.descriptions());
        Value value = describing.found().value(best);
        if (trail != null) {
            trail.took("item.description", plan.path(describing.found().path(best)), value);
        }
        return value.text();
    }

    /** The good one whose place comes first in the mapping; null when there is none. */
    private Gtin gtin(List<Numbered> numbers) {
        Gtin gtin = null;
        Numbered from = null;
        for (Numbered number : numbers) {
            if (number.gtin != null && (from == null || number.number < from.number)) {
                gtin = number.gtin;
                from = number;
            }
        }
        if (from != null) {
            took("item.gtin", from);
        }
        return gtin;
    }

    /** One for each number that should be a GTIN and is none, in the order of the mapping. */
    private static List<Issue> doubts(List<Numbered> numbers) {
        List<Numbered> bad = List.of();
        for (Numbered number : numbers) {
            if (number.gtin == null && number.place.isGtin()) {
                bad = bad.isEmpty() ? new ArrayList<>() : bad;
                bad.add(number);
            }
        }
        return bad.isEmpty()
                ? List.of()
                : bad.stream()
                        .sorted(Comparator.comparingInt(Numbered::number))
                        .map(number -> new Issue(
                                IssueCode.GTIN_INVALID,
                                Severity.WARNING,
                                "The item number '" + number.id.value() + "' (" + number.id.scheme()
                                        + ") is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted."))
                        .toList();
    }

    /** In document order. */
    private List<Numbered> numbersIn(Scope scope) {
        List<Numbered> numbers = new ArrayList<>(4);
        PathFindings found = scope.found();
        for (int i = 0; i < found.count(); i++) {
            int number = found.path(i);
            if (plan.items().has(number)) {
                Value value = found.value(i);
                ItemIdPlace place = plan.item(number);
                String text = place.elementString() ? gtinIn(value) : value.text();
                String scheme = place.value().isOfOthers() ? ItemQualifiers.scheme(value) : place.scheme();
                if (!text.isEmpty() && !scheme.isEmpty()) {
                    Numbered made = numbered(new ItemId(scheme, text), place, number, value);
                    int at = numbers.size();
                    while (at > 0 && made.isBefore(numbers.get(at - 1))) {
                        at--;
                    }
                    numbers.add(at, made);
                }
            }
        }
        return numbers;
    }

    private static String gtinIn(Value elementString) {
        return ElementString.parse(elementString.text())
                .map(ElementString::gtin)
                .orElse("");
    }

    private void took(String field, Numbered number) {
        if (trail != null) {
            trail.took(field, plan.path(number.number), number.value);
        }
    }

    private static Numbered numbered(ItemId id, ItemIdPlace place, int number, Value value) {
        Gtin gtin = place.isGtin() ? Gtin.parse(id.value()).orElse(null) : null;
        return new Numbered(id, place, number, value, gtin);
    }

    private record Numbered(ItemId id, ItemIdPlace place, int number, Value value, Gtin gtin) {
        boolean isBefore(Numbered other) {
            int order = Integer.compare(
                    value.segment().position(), other.value.segment().position());
            return order < 0 || (order == 0 && value.element() < other.value.element());
        }
    }
}
