package io.lotwire.registry.balance;

import io.lotwire.lot.EventType;
import io.lotwire.registry.walk.Step;
import io.lotwire.registry.walk.Telling;
import io.lotwire.unit.UnitList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What is told of a lot, and how much each telling is about, in the units in which its book is kept. */
final class Loads {
    private final Map<Telling, List<Load>> loads = new LinkedHashMap<>();

    private Loads() {}

    /**
     * A quantity, as it is told or as it follows from what is on a unit.
     *
     * @param unit how the unit of the book is written
     * @param quantity how much, in that unit
     */
    record Load(String unit, BigDecimal quantity) {}

    /** A quantity in the unit in which it is told. */
    private record Told(ToldUnit unit, BigDecimal quantity) {}

    /**
     * The loads of what is told.
     *
     * @param documents the documents by their transaction sets
     * @param packs what the product says of its units
     */
    static Loads of(List<Telling> tellings, Map<Long, DocumentName> documents, List<String> packs) {
        UnitContents contents = new UnitContents(tellings);
        Map<Telling, List<Told>> told = new LinkedHashMap<>();
        for (Telling telling : once(tellings)) {
            told.put(telling, told(telling, contents, documents));
        }
        Set<ToldUnit> named = new LinkedHashSet<>();
        told.values().forEach(each -> each.forEach(one -> named.add(one.unit)));
        LotUnits units = LotUnits.of(named, packs);
        Loads all = new Loads();
        told.forEach((telling, each) -> all.loads.put(
                telling, each.stream().map(one -> kept(one, units.of(one.unit))).toList()));
        return all;
    }

    private static Load kept(Told told, LotUnits.Measure measure) {
        return new Load(measure.label(), told.quantity.multiply(measure.factor()));
    }

    /**
     * Without what documents say twice: lines of one document that name no lot but its unit, beside those that name the lot, or each
     * other.
     */
    private static List<Telling> once(List<Telling> tellings) {
        record Said(long setId, EventType type, long unit) {}
        Set<Said> said = new HashSet<>();
        for (Telling telling : tellings) {
            if (telling.own()) {
                said.add(new Said(
                        telling.step().setId(),
                        telling.step().type(),
                        telling.step().sscc()));
            }
        }
        List<Telling> once = new ArrayList<>();
        for (Telling telling : tellings) {
            if (telling.own()) {
                once.add(telling);
                continue;
            }
            Step step = telling.step();
            Set<Long> fresh = new TreeSet<>(telling.units());
            fresh.removeIf(unit -> !said.add(new Said(step.setId(), step.type(), unit)));
            if (!fresh.isEmpty()) {
                once.add(new Telling(
                        step,
                        telling.from(),
                        telling.to(),
                        fresh,
                        telling.sure(),
                        false,
                        telling.answers(),
                        telling.answered()));
            }
        }
        return once;
    }

    /** What a telling is about; none where nobody tells how much. */
    private static List<Told> told(Telling telling, UnitContents contents, Map<Long, DocumentName> documents) {
        Step step = telling.step();
        if (telling.own() && step.quantity() != null) {
            return List.of(new Told(unit(step, documents), step.quantity()));
        }
        List<Told> loads = new ArrayList<>();
        for (long unit : telling.units()) {
            List<UnitContents.Part> parts = contents.at(unit, step.when());
            if (parts.isEmpty()) {
                return List.of();
            }
            for (UnitContents.Part part : parts) {
                BigDecimal quantity = part.step().quantity();
                loads.add(new Told(unit(part.step(), documents), part.takesOff() ? quantity.negate() : quantity));
            }
        }
        return loads;
    }

    private static ToldUnit unit(Step step, Map<Long, DocumentName> documents) {
        return new ToldUnit(UnitList.of(documents.get(step.setId()).document(), step.unit()), step.unit());
    }

    /** Passes on each telling with its loads: none where nobody tells how much. */
    void forEach(BiConsumer<Telling, List<Load>> each) {
        loads.forEach(each);
    }

    /** The tellings. */
    Stream<Telling> tellings() {
        return loads.keySet().stream();
    }

    /** Those of one of the tellings. */
    List<Load> of(Telling telling) {
        return loads.get(telling);
    }
}
