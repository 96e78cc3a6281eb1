package io.lotwire.registry.balance;

import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.util.Optional;

/**
 * A unit as a document tells it.
 *
 * @param list the list that its code is of
 * @param code its code, {@code ""} where none is told
 */
record ToldUnit(UnitList list, String code) {
    /** The unit that it is; empty where no list has it. */
    Optional<Unit> unit() {
        return Units.of(list, code);
    }

    /** What tells it apart from others: two codes of one unit are the same. */
    String key() {
        return unit().map(Unit::name).orElse(list + " " + code);
    }

    /** How it is written: by its code in X12, where it has one. */
    String label() {
        return unit().flatMap(unit -> unit.codes().get(UnitList.X12).stream().findFirst())
                .orElse(code);
    }
}
