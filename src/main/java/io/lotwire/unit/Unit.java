package io.lotwire.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A unit of measure.
 *
 * @param name what people call it
 * @param kind what it counts or measures
 * @param codes its codes in each list, the one that is written first; none where a list has no such unit
 * @param factor how many of another unit it is exactly; 1 where there is no other
 * @param of the name of that other unit, {@code ""} for none
 * @param unsure why it has no sure counterpart, {@code ""} where it has one
 */
public record Unit(
        String name, UnitKind kind, Map<UnitList, List<String>> codes, BigDecimal factor, String of, String unsure) {
    public Unit {
        codes = Map.copyOf(codes);
    }
}
