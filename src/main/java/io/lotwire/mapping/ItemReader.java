package io.lotwire.mapping;

import io.lotwire.lot.ElementString;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import io.lotwire.problem.Severity;
import io.lotwire.x12.PathFindings;
import io.lotwire.x12.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private Read<Item> make(Scope scope) {
        List<Issue> issues = new ArrayList<>(0);
        Scope naming = scope.nearest(Plan.ITEM);
        List<Numbered> numbers = naming == null ? List.of() : numbersIn(naming);
        Gtin gtin = gtin(numbers, issues);
        List<ItemId> ids = new ArrayList<>(numbers.size());
        for (Numbered number : numbers) {
            ids.add(number.id);
            took("item.ids", number);
        }
        return new Read<>(new Item(gtin, ids, description(scope)), List.copyOf(issues));
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

    /** The good one whose place comes first in the mapping. */
    private Gtin gtin(List<Numbered> numbers, List<Issue> issues) {
        Gtin gtin = null;
        Numbered from = null;
        List<Numbered> bad = new ArrayList<>(0);
        for (Numbered number : numbers) {
            if (number.place.isGtin()) {
                Optional<Gtin> parsed = Gtin.parse(number.id.value());
                if (parsed.isEmpty()) {
                    bad.add(number);
                } else if (from == null || number.number < from.number) {
                    gtin = parsed.get();
                    from = number;
                }
            }
        }
        if (from != null) {
            took("item.gtin", from);
        }
        bad.sort((one, other) -> Integer.compare(one.number, other.number));
        for (Numbered number : bad) {
            issues.add(new Issue(
                    IssueCode.GTIN_INVALID,
                    Severity.WARNING,
                    "The item number '" + number.id.value() + "' (" + number.id.scheme()
                            + ") is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted."));
        }
        return gtin;
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
                if (!text.isEmpty()) {
                    Numbered made = new Numbered(new ItemId(place.scheme(), text), place, number, value);
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

    private record Numbered(ItemId id, ItemIdPlace place, int number, Value value) {
        boolean isBefore(Numbered other) {
            int order = Integer.compare(
                    value.segment().position(), other.value.segment().position());
            return order < 0 || (order == 0 && value.element() < other.value.element());
        }
    }
}
