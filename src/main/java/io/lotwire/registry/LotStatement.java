package io.lotwire.registry;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What events of one document say of one lot.
 *
 * @param facts by column of the table {@code lot}; null where nothing is said
 */
record LotStatement(String code, LotKind kind, String eventId, Item item, Map<String, String> facts) {

    static LotStatement of(LotEvent event) {
        Lot lot = event.lot();
        LotSource source = lot.source() == null ? new LotSource("", "", "") : lot.source();
        Party origin = event.shipFrom();
        Map<String, String> facts = new HashMap<>();
        facts.put("description", said(event.item().description()));
        facts.put("expires", said(lot.expires()));
        facts.put("best_before", said(lot.bestBefore()));
        facts.put("manufactured", said(lot.manufactured()));
        facts.put("packed", said(lot.packed()));
        facts.put("harvested", said(lot.harvested()));
        facts.put("source_gln", said(source.gln()));
        facts.put("source_name", said(source.name()));
        facts.put("source_reference", said(source.reference()));
        facts.put(
                "origin_gln",
                origin == null || origin.gln() == null ? null : origin.gln().digits());
        facts.put("origin_name", origin == null ? null : said(origin.name()));
        return new LotStatement(lot.code(), lot.kind(), event.eventId(), event.item(), facts);
    }

    /** Both together; where they disagree, this one stands. */
    LotStatement completedBy(LotStatement later) {
        Map<String, String> both = new HashMap<>(facts);
        later.facts.forEach((column, value) -> both.merge(column, value == null ? "" : value, (a, b) -> a));
        both.replaceAll((column, value) -> said(value));
        Set<ItemId> ids = new LinkedHashSet<>(item.ids());
        ids.addAll(later.item.ids());
        Item bothItems = new Item(item.gtin(), new ArrayList<>(ids), item.description());
        return new LotStatement(code, kind, eventId, bothItems, both);
    }

    Key key() {
        return hasGtin()
                ? new Key(code, gtin(), "")
                : new Key(code, "", sortedItemIds().get(0).value());
    }

    boolean hasGtin() {
        return item.gtin() != null;
    }

    String gtin() {
        Gtin gtin = item.gtin();
        return gtin == null ? "" : gtin.digits();
    }

    String[] itemValues() {
        return item.ids().stream().map(ItemId::value).toArray(String[]::new);
    }

    List<ItemId> sortedItemIds() {
        return item.ids().stream()
                .sorted(Comparator.comparing(ItemId::scheme).thenComparing(ItemId::value))
                .distinct()
                .toList();
    }

    private static String said(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** What statements of one lot share. */
    record Key(String code, String gtin, String itemValue) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::code).thenComparing(Key::gtin).thenComparing(Key::itemValue);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
