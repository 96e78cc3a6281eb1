package io.lotwire.registry.balance;

import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units in which the book of a lot is kept. Where all documents count in one unit, it is that. Where they count in several, those
 * are made one of which the table of units or the product says how many of another one they are; others stand beside each other.
 */
final class LotUnits {
    /** An entry of a product's units: {@code CA:12EA}. */
    private static final Pattern PACK = Pattern.compile("([A-Z0-9]{1,3}):([0-9.]+?)([A-Z][A-Z0-9]{1,2}|[0-9]{2})");

    /** A pallet of cases of packs of dozens is not packed deeper; entries that name each other in a circle end so, too. */
    private static final int MOST_LEVELS = 8;

    private final Map<String, Measure> packs = new HashMap<>();
    private final Map<ToldUnit, Measure> measures = new HashMap<>();

    private LotUnits() {}

    /**
     * A unit, and how many of it one of another unit is.
     *
     * @param label how it is written
     * @param factor how many
     */
    record Measure(String label, BigDecimal factor) {}

    /**
     * The units for some that are told.
     *
     * @param told all that documents count a lot in, those of the first first
     * @param packs what the product says of its units, such as {@code CA:12EA}
     */
    static LotUnits of(Collection<ToldUnit> told, List<String> packs) {
        LotUnits units = new LotUnits();
        packs.forEach(units::addPack);
        Map<String, ToldUnit> different = new LinkedHashMap<>();
        told.forEach(unit -> different.putIfAbsent(unit.key(), unit));
        Map<String, Integer> sharers = new HashMap<>();
        Map<String, Measure> bases = new HashMap<>();
        different.forEach((key, unit) -> {
            Measure base = units.base(unit);
            bases.put(key, base);
            sharers.merge(base.label, 1, Integer::sum);
        });
        for (ToldUnit unit : told) {
            Measure base = bases.get(unit.key());
            boolean stays = different.size() == 1 || sharers.get(base.label) == 1;
            units.measures.put(
                    unit, stays ? new Measure(different.get(unit.key()).label(), BigDecimal.ONE) : base);
        }
        return units;
    }

    private void addPack(String entry) {
        Matcher matcher = PACK.matcher(entry);
        if (matcher.matches()) {
            packs.put(key(matcher.group(1)), new Measure(matcher.group(3), new BigDecimal(matcher.group(2))));
        }
    }

    private static String key(String code) {
        return new ToldUnit(UnitList.X12, code).key();
    }

    /** The smallest unit that one is known to be so many of. */
    private Measure base(ToldUnit told) {
        ToldUnit at = told;
        BigDecimal factor = BigDecimal.ONE;
        for (int level = 0; level < MOST_LEVELS; level++) {
            Measure pack = packs.get(at.key());
            if (pack != null) {
                factor = factor.multiply(pack.factor);
                at = new ToldUnit(UnitList.X12, pack.label);
                continue;
            }
            Unit unit = at.unit().filter(each -> !each.of().isEmpty()).orElse(null);
            if (unit == null) {
                break;
            }
            factor = factor.multiply(unit.factor());
            at = named(unit.of());
        }
        return new Measure(at.label(), factor);
    }

    private static ToldUnit named(String name) {
        Unit unit = Units.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        for (UnitList list : UnitList.values()) {
            List<String> codes = unit.codes().getOrDefault(list, List.of());
            if (!codes.isEmpty()) {
                return new ToldUnit(list, codes.get(0));
            }
        }
        throw new IllegalStateException(name + " has no code");
    }

    /** The unit in which a quantity of a told one is kept, and how many of it that is. */
    Measure of(ToldUnit told) {
        return measures.get(told);
    }
}
