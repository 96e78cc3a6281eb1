package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the quantity that a loop states. */
final class QuantityReader {
    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    QuantityReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    /** The first of the loop's quantities that is a number; its unit may stand in a loop around. */
    Read<Quantity> read(Scope scope) {
        if (scope.quantity == null || trail != null) {
            scope.quantity = make(scope);
        }
        return scope.quantity;
    }

    /** Where the quantity was taken that a loop states: the place as it is written, {@code ""} when none was. */
    String place(Scope scope) {
        int place = number(scope);
        return place == Plan.NONE ? "" : plan.path(place).toString();
    }

    private int number(Scope scope) {
        for (int place = plan.quantities().from(); place < plan.quantities().to(); place++) {
            Value value = scope.found().first(place);
            if (value != null && Numbers.decimal(value).isPresent()) {
                return place;
            }
        }
        return Plan.NONE;
    }

    /** The quantity of a loop was told. */
    void took(Scope scope) {
        int place = number(scope);
        if (place != Plan.NONE) {
            took("quantity.value", place, scope.found().first(place));
            tookUnit(scope);
            int ordered = plan.orderedOf(place);
            took(
                    "quantity.ordered",
                    ordered,
                    ordered == Plan.NONE ? null : scope.found().first(ordered));
        }
    }

    /** The unit of a loop's quantity was told. */
    void tookUnit(Scope scope) {
        int place = number(scope);
        int unit = place == Plan.NONE ? Plan.NONE : plan.unitOf(place);
        took("quantity.unit", unit, scope.nearestValue(unit));
    }

    private void took(String field, int place, Value value) {
        if (value != null) {
            trail.took(field, plan.path(place), value);
        }
    }

    private Read<Quantity> make(Scope scope) {
        if (!scope.says(Plan.QUANTITY)) {
            return Read.nothing();
        }
        List<Issue> issues = List.of();
        for (int place = plan.quantities().from(); place < plan.quantities().to(); place++) {
            Value value = scope.found().first(place);
            if (value == null) {
                continue;
            }
            Optional<BigDecimal> number = Numbers.decimal(value);
            if (number.isPresent()) {
                return new Read<>(quantity(scope, place, number.get()), issues);
            }
            issues = issues.isEmpty() ? new ArrayList<>() : issues;
            issues.add(Numbers.invalid(value.text()));
        }
        return new Read<>(null, issues);
    }

    private Quantity quantity(Scope scope, int place, BigDecimal number) {
        Value unit = scope.nearestValue(plan.unitOf(place));
        int orderedPlace = plan.orderedOf(place);
        Value ordered = orderedPlace == Plan.NONE ? null : scope.found().first(orderedPlace);
        return new Quantity(
                number,
                unit == null ? "" : unit.text(),
                ordered == null ? null : Numbers.decimal(ordered).orElse(null));
    }
}
