package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The nested levels of a document, such as HL loops, in which goods are stated. A document may tell of the same goods at
 * several depths (an item, below it its lots, or its cartons): the deepest levels that state something of them count,
 * those above only lend what they know. So goods are counted once.
 *
 * @param <L> a level
 */
public abstract class GoodsLevels<L> {
    /**
     * Asks of each level that a level holds and goods may be in, in document order, none left out.
     *
     * @return true when the answer was true for any
     */
    protected abstract boolean anyInside(L level, Predicate<L> question);

    /** The level that holds a level; null for the outermost. */
    protected abstract L around(L level);

    /** True when a level itself says something of goods: item, lot or quantity. */
    protected abstract boolean statesGoods(L level);

    /** True when a level itself states a quantity. */
    protected abstract boolean statesQuantity(L level);

    /** The quantity that a level itself states, null when it is no number. */
    protected abstract Quantity quantity(L level);

    /** What was counted in a level before, null when nothing was yet. */
    protected abstract GoodsBelow known(L level);

    /** Keeps what was counted in a level: when it is large, many of its goods ask. */
    protected abstract void know(L level, GoodsBelow below);

    /**
     * Goes to the levels whose goods count, each once.
     *
     * @param goods is given them, in document order
     * @return true when there were any in the level, or it is one itself
     */
    public final boolean deepest(L level, Consumer<L> goods) {
        if (anyInside(level, inside -> deepest(inside, goods))) {
            return true;
        }
        if (statesGoods(level)) {
            goods.accept(level);
            return true;
        }
        return false;
    }

    /** The level whose quantity is that of these goods: their own, or the nearest around; null when none states any. */
    public final L stating(L goods) {
        L at = goods;
        while (at != null && !statesQuantity(at)) {
            at = around(at);
        }
        return at;
    }

    /**
     * Splits the goods of a level into statements.
     *
     * @param goods the level
     * @param stating the level whose quantity it has, see {@link #stating}
     * @param whole that quantity, null when not stated or no number
     * @param lots the lots of the goods, in document order
     * @param units their logistic units, in document order
     * @param isPart true for a statement whose quantity was taken for that of the whole, though it is one of its parts
     */
    public final <A extends Portion, U extends Portion> Counted<A, U> count(
            L goods, L stating, Quantity whole, List<A> lots, List<U> units, Predicate<Statement<A, U>> isPart) {
        boolean forTheseAlone =
                stating == null || stating == goods || below(stating).count() == 1;
        List<Statement<A, U>> statements =
                StatementSplit.of(lots, units, whole, stating != null && whole == null, forTheseAlone);
        return new Counted<>(statements, sumDoubt(goods, whole, forTheseAlone, statements, isPart));
    }

    /** A doubt when parts do not add up: those of this level, or this level's goods and others' to the level around. */
    private <A extends Portion, U extends Portion> Issue sumDoubt(
            L goods,
            Quantity whole,
            boolean forTheseAlone,
            List<Statement<A, U>> statements,
            Predicate<Statement<A, U>> isPart) {
        for (Statement<A, U> statement : statements) {
            if (isPart.test(statement)) {
                return null;
            }
        }
        if (forTheseAlone && (statements.size() > 1 || statements.get(0).quantityOf() != null)) {
            QuantitySum sum = new QuantitySum(whole);
            statements.forEach(statement -> sum.add(statement.quantity()));
            return sum.doubt();
        }
        L around = around(goods) == null ? null : stating(around(goods));
        return around == null ? null : below(around).sumDoubt();
    }

    /** What a level that states a quantity holds; gone through once. */
    private GoodsBelow below(L stating) {
        GoodsBelow below = known(stating);
        if (below == null) {
            QuantitySum sum = new QuantitySum(quantity(stating));
            deepest(stating, part -> sum.add(statesQuantity(part) ? quantity(part) : null));
            below = new GoodsBelow(sum.count(), sum.doubt());
            know(stating, below);
        }
        return below;
    }
}
