package io.lotwire.lot.json;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;

/** {@code item}. */
final class ItemJson {
    private ItemJson() {}

    static void write(String name, Item item, LeanJson json) {
        json.begin(name);
        json.key("gtin", item.gtin());
        if (!item.ids().isEmpty()) {
            json.beginList("ids");
            for (ItemId id : item.ids()) {
                json.beginItem();
                json.text("scheme", id.scheme());
                json.text("value", id.value());
                json.end();
            }
            json.endList();
        }
        json.text("description", item.description());
        json.end();
    }

    static Item read(JsonFields json) {
        return new Item(
                json.key("gtin", Gtin::new),
                json.list("ids", id -> new ItemId(id.text("scheme"), id.text("value"))),
                json.text("description"));
    }
}
