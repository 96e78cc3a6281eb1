package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits what one level states into one statement for each lot in each logistic unit. A quantity that is stated for
 * several of them together is given to none: an event never claims a share that the partner did not state.
 */
final class StatementSplit<A extends Portion, U extends Portion> {
    private final Quantity whole;
    private final boolean unreadable;
    private final boolean forThisLevelAlone;
    private final List<Statement<A, U>> statements = new ArrayList<>(1);

    private StatementSplit(Quantity whole, boolean unreadable, boolean forThisLevelAlone) {
        this.whole = whole;
        this.unreadable = unreadable;
        this.forThisLevelAlone = forThisLevelAlone;
    }

    /**
     * @param lots the lots of the level, in document order
     * @param units its logistic units, in document order
     * @param whole the quantity of all of them together, null when not stated or no number
     * @param unreadable true when it is stated and no number, of which its reader has told
     * @param forThisLevelAlone false when that quantity was stated for the goods of other levels too
     */
    static <A extends Portion, U extends Portion> List<Statement<A, U>> of(
            List<A> lots, List<U> units, Quantity whole, boolean unreadable, boolean forThisLevelAlone) {
        StatementSplit<A, U> split = new StatementSplit<>(whole, unreadable, forThisLevelAlone);
        if (lots.size() <= 1) {
            split.oneLot(lots.isEmpty() ? null : lots.get(0), units);
        } else if (units.size() <= 1) {
            split.oneUnit(lots, units.isEmpty() ? null : units.get(0));
        } else {
            split.manyOfBoth(lots, units);
        }
        return split.statements;
    }

    private void oneLot(A lot, List<U> units) {
        if (units.size() <= 1) {
            U unit = units.isEmpty() ? null : units.get(0);
            boolean byUnit = unit != null && !states(lot);
            add(lot, unit, byUnit ? unit : lot, true);
        } else {
            units.forEach(unit -> add(lot, unit, unit, false));
        }
    }

    private void oneUnit(List<A> lots, U unit) {
        lots.forEach(lot -> add(lot, unit, lot, false));
    }

    /**
     * A unit belongs to the lot that was named last before it, when so each lot has one. Otherwise nobody can tell which
     * lots are in which units: any of them may be in any.
     */
    private void manyOfBoth(List<A> lots, List<U> units) {
        List<List<U>> own = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            long from = i == 0 ? 0 : lots.get(i).offset();
            long to = i + 1 < lots.size() ? lots.get(i + 1).offset() : Long.MAX_VALUE;
            own.add(units.stream()
                    .filter(unit -> unit.offset() >= from && unit.offset() < to)
                    .toList());
        }
        if (own.stream().anyMatch(List::isEmpty)) {
            lots.forEach(lot -> units.forEach(unit -> add(lot, unit, null, false)));
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            A lot = lots.get(i);
            for (U unit : own.get(i)) {
                boolean byLot = !states(unit) && own.get(i).size() == 1;
                add(lot, unit, byLot ? lot : unit, false);
            }
        }
    }

    private static boolean states(Portion portion) {
        return portion != null && !portion.quantity().isEmpty();
    }

    private void add(A lot, U unit, Portion portion, boolean alone) {
        List<Issue> issues = List.of();
        Quantity quantity = null;
        if (states(portion)) {
            Optional<BigDecimal> number = Numbers.decimal(portion.quantity());
            if (number.isEmpty()) {
                issues = List.of(Numbers.invalid(portion.quantity()));
            } else {
                quantity = new Quantity(number.get(), unitCode(lot, portion), ordered(portion));
            }
        } else if (alone && forThisLevelAlone) {
            quantity = whole;
        } else if (whole != null) {
            issues = List.of(new Issue(
                    IssueCode.QUANTITY_NOT_SPLIT,
                    Severity.WARNING,
                    "The document states " + whole.value().toPlainString() + " " + whole.unit()
                            + " for several lots or logistic units together, not how much of it is this one."));
        }
        if (quantity == null && issues.isEmpty() && !unreadable) {
            issues = List.of(new Issue(
                    IssueCode.QUANTITY_MISSING, Severity.WARNING, "The document states no quantity for this lot."));
        }
        statements.add(new Statement<>(lot, unit, quantity, states(portion) ? portion : null, issues));
    }

    private String unitCode(A lot, Portion portion) {
        if (!portion.quantityUnit().isEmpty()) {
            return portion.quantityUnit();
        }
        if (lot != null && !lot.quantityUnit().isEmpty()) {
            return lot.quantityUnit();
        }
        return whole == null ? "" : whole.unit();
    }

    private static BigDecimal ordered(Portion portion) {
        return portion.ordered().isEmpty()
                ? null
                : Numbers.decimal(portion.ordered()).orElse(null);
    }
}
