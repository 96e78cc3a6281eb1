package io.lotwire.lot.json;

import io.lotwire.lot.Quantity;
import io.lotwire.unit.UnitList;

/** {@code quantity}. Its numbers are text: a reader's binary fractions would change them. */
final class QuantityJson {
    private QuantityJson() {}

    static void write(String name, Quantity quantity, LeanJson json) {
        if (quantity == null) {
            return;
        }
        json.begin(name);
        json.decimal("value", quantity.value());
        json.text("unit", quantity.unit());
        json.decimal("ordered", quantity.ordered());
        json.word("list", quantity.list());
        json.end();
    }

    static Quantity read(JsonFields json) {
        return new Quantity(
                json.decimal("value"), json.text("unit"), json.decimal("ordered"), json.word(UnitList.class, "list"));
    }
}
