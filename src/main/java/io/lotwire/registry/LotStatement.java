package io.lotwire.registry;

import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What events of one document say of one lot.
 *
 * @param key what tells the lot apart
 * @param facts what is said of it
 */
record LotStatement(Key key, LotKind kind, String eventId, Item item, Map<LotFact, String> facts) {

    static LotStatement of(LotEvent event) {
        Lot lot = event.lot();
        Map<LotFact, String> facts = new EnumMap<>(LotFact.class);
        say(LotFact.DESCRIPTION, event.item().description(), facts);
        say(LotFact.EXPIRES, lot.expires(), facts);
        say(LotFact.BEST_BEFORE, lot.bestBefore(), facts);
        say(LotFact.MANUFACTURED, lot.manufactured(), facts);
        say(LotFact.PACKED, lot.packed(), facts);
        say(LotFact.HARVESTED, lot.harvested(), facts);
        if (lot.source() != null) {
            say(LotFact.SOURCE_GLN, lot.source().gln(), facts);
            say(LotFact.SOURCE_NAME, lot.source().name(), facts);
            say(LotFact.SOURCE_REFERENCE, lot.source().reference(), facts);
        }
        Party origin = event.shipFrom();
        if (origin != null) {
            say(LotFact.ORIGIN_GLN, origin.gln() == null ? "" : origin.gln().digits(), facts);
            say(LotFact.ORIGIN_NAME, origin.name(), facts);
        }
        return new LotStatement(Key.of(lot.code(), event.item()), lot.kind(), event.eventId(), event.item(), facts);
    }

    private static void say(LotFact fact, String text, Map<LotFact, String> facts) {
        if (text != null && !text.isEmpty()) {
            facts.put(fact, text);
        }
    }

    /** Both together; where they disagree, this one stands. */
    LotStatement completedBy(LotStatement later) {
        Map<LotFact, String> both = new EnumMap<>(facts);
        later.facts.forEach(both::putIfAbsent);
        Set<ItemId> ids = new LinkedHashSet<>(item.ids());
        ids.addAll(later.item.ids());
        Item bothItems = new Item(item.gtin(), new ArrayList<>(ids), item.description());
        return new LotStatement(key, kind, eventId, bothItems, both);
    }

    String code() {
        return key.code();
    }

    boolean hasGtin() {
        return item.gtin() != null;
    }

    String gtin() {
        return key.gtin();
    }

    String[] itemValues() {
        return item.ids().stream().map(ItemId::value).toArray(String[]::new);
    }

    List<ItemId> sortedItemIds() {
        return sorted(item.ids());
    }

    private static List<ItemId> sorted(List<ItemId> ids) {
        return ids.size() < 2
                ? ids
                : ids.stream()
                        .sorted(Comparator.comparing(ItemId::scheme).thenComparing(ItemId::value))
                        .distinct()
                        .toList();
    }

    /** What statements of one lot share. */
    record Key(String code, String gtin, String itemValue) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::code).thenComparing(Key::gtin).thenComparing(Key::itemValue);

        static Key of(String code, Item item) {
            return item.gtin() != null
                    ? new Key(code, item.gtin().digits(), "")
                    : new Key(code, "", sorted(item.ids()).get(0).value());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
