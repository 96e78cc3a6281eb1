package io.lotwire.registry;

import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the products that have a lot with the code asked for.
 *
 * @param key what tells it from the others
 * @param item the product
 * @param known what the registry knows of the lot
 * @param events the events of the lot, filled while they are read
 */
record Product(String key, Item item, Optional<KnownLot> known, List<TracedEvent> events) {

    static Product of(String key, Item item, List<KnownLot> sameCode) {
        Optional<KnownLot> known = LotMatch.of(item, sameCode) instanceof LotMatch.Found found
                ? Optional.of(found.lot())
                : Optional.empty();
        return new Product(key, item, known, new ArrayList<>());
    }

    /** The product in words: its description where one is known, and its number. */
    String words() {
        String description = known.map(KnownLot::description)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> firstStated(event -> event.item().description()));
        String number = ItemWords.of(item);
        return description.isEmpty() ? number : description + ", " + number;
    }

    /** Code, dates and source: from the registry, and where it does not know, as the events say. */
    Lot facts() {
        Lot stated = events.get(0).lot();
        Optional<Lot> lot = known.map(KnownLot::lot);
        return new Lot(
                stated.code(),
                stated.kind(),
                fact(lot, Lot::expires),
                fact(lot, Lot::bestBefore),
                fact(lot, Lot::manufactured),
                fact(lot, Lot::packed),
                fact(lot, Lot::harvested),
                lot.map(Lot::source).orElseGet(this::statedSource));
    }

    private String fact(Optional<Lot> lot, Function<Lot, String> part) {
        return lot.map(part)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> firstStated(event -> part.apply(event.lot())));
    }

    private LotSource statedSource() {
        return events.stream()
                .map(event -> event.lot().source())
                .filter(source -> source != null)
                .findFirst()
                .orElse(null);
    }

    private String firstStated(Function<TracedEvent, String> part) {
        return events.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
