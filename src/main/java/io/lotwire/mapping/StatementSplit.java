package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits what one loop states into one statement for each lot in each logistic unit. A quantity that is stated for
 * several of them together is given to none: an event never claims a share that the partner did not state.
 */
final class StatementSplit {
    private final Quantity whole;
    private final boolean forThisLoopAlone;
    private final List<Statement> statements = new ArrayList<>(1);

    private StatementSplit(Quantity whole, boolean forThisLoopAlone) {
        this.whole = whole;
        this.forThisLoopAlone = forThisLoopAlone;
    }

    /**
     * @param lots the lots of the loop, in document order
     * @param units its logistic units, in document order
     * @param whole the quantity of all of them together, null when not stated
     * @param forThisLoopAlone false when that quantity was stated for the goods of other loops too
     */
    static List<Statement> of(
            List<LotFinding> lots, List<UnitFinding> units, Quantity whole, boolean forThisLoopAlone) {
        StatementSplit split = new StatementSplit(whole, forThisLoopAlone);
        if (lots.size() <= 1) {
            split.oneLot(lots.isEmpty() ? null : lots.get(0), units);
        } else if (units.size() <= 1) {
            split.oneUnit(lots, units.isEmpty() ? null : units.get(0));
        } else {
            split.manyOfBoth(lots, units);
        }
        return split.statements;
    }

    private void oneLot(LotFinding lot, List<UnitFinding> units) {
        String lotQuantity = lot == null ? "" : lot.quantity();
        String lotUnit = lot == null ? "" : lot.unit();
        if (units.size() <= 1) {
            UnitFinding unit = units.isEmpty() ? null : units.get(0);
            boolean byUnit = lotQuantity.isEmpty() && unit != null;
            String quantity = byUnit ? unit.quantity() : lotQuantity;
            add(lot, unit, quantity, byUnit ? unit.quantityAt() : at(lot), lotUnit, true);
        } else {
            units.forEach(unit -> add(lot, unit, unit.quantity(), unit.quantityAt(), lotUnit, false));
        }
    }

    private void oneUnit(List<LotFinding> lots, UnitFinding unit) {
        lots.forEach(lot -> add(lot, unit, lot.quantity(), at(lot), lot.unit(), false));
    }

    /**
     * A unit belongs to the lot that was named last before it, when so each lot has one. Otherwise nobody can tell which
     * lots are in which units: any of them may be in any.
     */
    private void manyOfBoth(List<LotFinding> lots, List<UnitFinding> units) {
        List<List<UnitFinding>> own = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            long from = i == 0 ? 0 : lots.get(i).segment().offset();
            long to = i + 1 < lots.size() ? lots.get(i + 1).segment().offset() : Long.MAX_VALUE;
            own.add(units.stream()
                    .filter(unit ->
                            unit.segment().offset() >= from && unit.segment().offset() < to)
                    .toList());
        }
        if (own.stream().anyMatch(List::isEmpty)) {
            lots.forEach(lot -> units.forEach(unit -> add(lot, unit, "", null, lot.unit(), false)));
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            LotFinding lot = lots.get(i);
            for (UnitFinding unit : own.get(i)) {
                boolean byLot = unit.quantity().isEmpty() && own.get(i).size() == 1;
                String quantity = byLot ? lot.quantity() : unit.quantity();
                add(lot, unit, quantity, byLot ? at(lot) : unit.quantityAt(), lot.unit(), false);
            }
        }
    }

    private static Value at(LotFinding lot) {
        return lot == null ? null : lot.quantityAt();
    }

    private void add(LotFinding lot, UnitFinding unit, String value, Value valueAt, String unitCode, boolean alone) {
        List<Issue> issues = List.of();
        Quantity quantity = null;
        if (!value.isEmpty()) {
            Optional<BigDecimal> number = Numbers.decimal(value);
            if (number.isEmpty()) {
                issues = List.of(new Issue(
                        IssueCode.QUANTITY_INVALID,
                        Severity.WARNING,
                        "The quantity '" + value + "' is no number: digits, with a point where needed, are wanted."));
            }
            String wholeUnit = whole == null ? "" : whole.unit();
            quantity = number.map(decimal -> new Quantity(decimal, unitCode.isEmpty() ? wholeUnit : unitCode, null))
                    .orElse(null);
        } else if (alone && forThisLoopAlone) {
            quantity = whole;
        } else if (whole != null) {
            issues = List.of(new Issue(
                    IssueCode.QUANTITY_NOT_SPLIT,
                    Severity.WARNING,
                    "The document states " + whole.value().toPlainString() + " " + whole.unit()
                            + " for several lots or logistic units together, not how much of it is this one."));
        }
        if (quantity == null && issues.isEmpty()) {
            issues = List.of(new Issue(
                    IssueCode.QUANTITY_MISSING, Severity.WARNING, "The document states no quantity for this lot."));
        }
        statements.add(new Statement(lot, unit, quantity, valueAt, issues));
    }
}
