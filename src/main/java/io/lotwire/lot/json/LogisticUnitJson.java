package io.lotwire.lot.json;

import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.UnitType;

/** {@code logisticUnit}. */
final class LogisticUnitJson {
    private LogisticUnitJson() {}

    static void write(String name, LogisticUnit unit, LeanJson json) {
        if (unit == null) {
            return;
        }
        json.begin(name);
        json.key("sscc", unit.sscc());
        json.key("parentSscc", unit.parent());
        json.word("type", unit.type());
        json.end();
    }

    static LogisticUnit read(JsonFields json) {
        return new LogisticUnit(
                json.key("sscc", Sscc::new), json.key("parentSscc", Sscc::new), json.word(UnitType.class, "type"));
    }
}
