package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Statement;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the parts of a line that are otherwise than the rest out of its statements: of 100 cases of which five came damaged
 * it makes 95 that are good and five that are not. So quantities add up to what the line states, and a part of several lots
 * together is given to none.
 */
final class LineParts {
    private final State state;
    private final Quantity whole;
    private final String wholeAt;
    private final List<Told> told = new ArrayList<>();

    /**
     * @param state what happened to the goods of the line
     * @param whole the quantity of the line, null when it states none
     * @param wholeAt the place of the line's quantity, as it is written; {@code ""} where it is none of the line itself
     */
    LineParts(State state, Quantity whole, String wholeAt) {
        this.state = state;
        this.whole = whole;
        this.wholeAt = wholeAt;
    }

    /** The statements of a line, each as it is told. */
    List<Told> tell(List<Statement<LotFinding, UnitFinding>> statements, List<Part> parts) {
        List<Part> left = new ArrayList<>(parts);
        for (Statement<LotFinding, UnitFinding> statement : statements) {
            Part own = left.stream()
                    .filter(part -> isQuantityOf(part, statement))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                told.add(new Told(statement, statement.quantity(), state, null, statement.issues()));
            } else {
                left.removeIf(part -> isQuantityOf(part, statement));
                told.add(new Told(statement, statement.quantity(), stateOf(own), own, issues(statement, own)));
            }
        }
        if (!left.isEmpty() && told.size() == 1 && told.get(0).part() == null) {
            split(told.remove(0), left);
        } else if (!left.isEmpty()) {
            told.replaceAll(each -> doubted(each, left));
        }
        if (told.stream()
                .allMatch(each -> each.part() != null
                        && isWithin(each.part())
                        && each.part().isGoods())) {
            rest().ifPresent(each -> told.add(0, each));
        }
        return told;
    }

    /** What of the line no part names, and no lot with it; empty when there is nothing left. */
    private Optional<Told> rest() {
        BigDecimal rest = whole.value();
        for (Told part : told) {
            rest = rest.subtract(part.part().quantity().value());
        }
        Quantity left = new Quantity(rest, whole.unit(), whole.ordered());
        return rest.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Told(
                        new Statement<>(null, null, left, null, List.of()), left, state.ofTheGood(), null, List.of()));
    }

    /** True for a part of the line's own quantity, in the same unit. */
    private boolean isWithin(Part part) {
        return whole != null
                && part.place().within().contains(wholeAt)
                && part.quantity().unit().equals(whole.unit());
    }

    /** True for a part that states a lot or unit of its own, whose quantity it is. */
    private static boolean isQuantityOf(Part part, Statement<LotFinding, UnitFinding> statement) {
        return statement.quantityOf() != null
                && statement.lot() != null
                && statement.lot().quantityAt() != null
                && statement.lot().quantityAt().segment().position() == part.position();
    }

    private static List<Issue> issues(Statement<LotFinding, UnitFinding> statement, Part own) {
        if (own.isGoods()) {
            return statement.issues();
        }
        List<Issue> issues = new ArrayList<>(statement.issues());
        issues.add(differs(own));
        return issues;
    }

    private State stateOf(Part part) {
        return state.with(part.code(), part.place().list(), part.meaning());
    }

    /** A line of one lot in one unit: its parts become statements, and what is left of it. */
    private void split(Told line, List<Part> parts) {
        List<Issue> doubts = new ArrayList<>(line.issues());
        List<Told> goods = new ArrayList<>();
        BigDecimal rest = whole == null ? BigDecimal.ZERO : whole.value();
        boolean reduced = false;
        for (Part part : parts) {
            boolean within = part.place().within().contains(wholeAt);
            boolean sameUnit = whole != null && part.quantity().unit().equals(whole.unit());
            if (!part.isGoods()) {
                doubts.add(differs(part));
            } else if (within && whole != null && !sameUnit) {
                doubts.add(notSplit(part));
            } else {
                rest = within ? rest.subtract(part.quantity().value()) : rest;
                reduced |= within;
                goods.add(new Told(line.statement(), part.quantity(), stateOf(part), part, line.issues()));
            }
        }
        if (rest.signum() < 0 && reduced) {
            parts.stream().filter(Part::isGoods).forEach(part -> doubts.add(tooMuch(part)));
            told.add(new Told(line.statement(), whole, state, null, doubts));
            return;
        }
        boolean allTold = !goods.isEmpty() && rest.signum() == 0;
        if (!allTold) {
            Quantity remaining = whole == null ? null : new Quantity(rest, whole.unit(), whole.ordered());
            boolean good = reduced && parts.stream().noneMatch(part -> part.meaning() == null);
            told.add(new Told(line.statement(), remaining, good ? state.ofTheGood() : state, null, doubts));
        }
        goods.forEach(each -> told.add(allTold ? withDoubts(each, doubts) : each));
    }

    /** What nothing is left of cannot carry doubts: its parts do. */
    private static Told withDoubts(Told part, List<Issue> doubts) {
        List<Issue> issues = new ArrayList<>(doubts);
        issues.removeIf(issue -> issue.code() == IssueCode.QUANTITY_MISSING);
        return new Told(part.statement(), part.quantity(), part.state(), part.part(), issues);
    }

    private static Told doubted(Told each, List<Part> parts) {
        List<Issue> issues = new ArrayList<>(each.issues());
        parts.forEach(part -> issues.add(part.isGoods() ? notSplit(part) : differs(part)));
        return new Told(each.statement(), each.quantity(), each.state(), each.part(), issues);
    }

    private static Issue notSplit(Part part) {
        return new Issue(
                IssueCode.CONDITION_NOT_SPLIT,
                Severity.WARNING,
                "The document says of " + part.inWords()
                        + " that they are otherwise than the rest of the line, not which of these goods they are.");
    }

    private static Issue differs(Part part) {
        return new Issue(
                IssueCode.QUANTITY_DIFFERS,
                Severity.WARNING,
                "The document tells of a difference of " + part.inWords() + ".");
    }

    private Issue tooMuch(Part part) {
        return new Issue(
                IssueCode.QTY_SUM_MISMATCH,
                Severity.WARNING,
                "The document says of " + part.inWords()
                        + " that they are otherwise than the rest, which is more than the "
                        + whole.value().toPlainString() + " " + whole.unit()
                        + " of the line: ask the sender which is right.");
    }
}
