package io.lotwire.mapping;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.problem.Severity;
import io.lotwire.x12.Loop;
import io.lotwire.x12.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the item that a loop speaks of. */
final class ItemReader {
    /** The schemes whose numbers are GTINs, of 8 to 14 digits with a check digit. */
    private static final Set<String> GTIN_SCHEMES = Set.of("gtin", "ean", "upc");

    private ItemReader() {}

    /** True when this very loop names an item. */
    static boolean isIn(Loop loop, Mapping mapping) {
        return mapping.itemIds().stream()
                .anyMatch(place -> place.value().first(loop).isPresent());
    }

    /** The item of the nearest loop that names one; an item without numbers when none does. */
    static Item read(Loop loop, Mapping mapping, Consumer<Issue> issues) {
        List<Numbered> numbers = Nearest.of(loop, at -> numbersIn(at, mapping)).orElse(List.of());
        Optional<Gtin> gtin = Optional.empty();
        for (Numbered number : numbers) {
            if (!GTIN_SCHEMES.contains(number.id.scheme())) {
                continue;
            }
            Optional<Gtin> parsed = Gtin.parse(number.id.value());
            gtin = gtin.or(() -> parsed);
            if (parsed.isEmpty()) {
                issues.accept(new Issue(
                        IssueCode.GTIN_INVALID,
                        Severity.WARNING,
                        "The item number '" + number.id.value() + "' (" + number.id.scheme()
                                + ") is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted."));
            }
        }
        List<ItemId> inDocumentOrder = numbers.stream()
                .sorted(Comparator.comparingLong(
                        number -> number.value.segment().elementOffset(number.value.element())))
                .map(Numbered::id)
                .toList();
        String description =
                Nearest.value(loop, mapping.descriptions()).map(Value::text).orElse("");
        return new Item(gtin.orElse(null), inDocumentOrder, description);
    }

    /** In the mapping's order, which is the order of preference for the GTIN. */
    private static Optional<List<Numbered>> numbersIn(Loop loop, Mapping mapping) {
        List<Numbered> numbers = new ArrayList<>();
        for (Mapping.ItemIdPlace place : mapping.itemIds()) {
            for (Value value : place.value().all(loop)) {
                numbers.add(new Numbered(new ItemId(place.scheme(), value.text()), value));
            }
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
    }

    private record Numbered(ItemId id, Value value) {}
}
