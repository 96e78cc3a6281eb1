package io.lotwire.smooks;

import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.GoodsBelow;
import io.lotwire.mapping.goods.Numbers;
import io.lotwire.mapping.goods.Portion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the levels of a document, with those inside it; the outermost stands for the document itself. */
final class StatedLevel implements Portion {
    private final Stated stated;
    private final int position;
    private final List<StatedLevel> inside = new ArrayList<>();
    private final List<Issue> quantityIssues = new ArrayList<>(0);
    private StatedLevel around;
    private Quantity quantity;

    /** Counted once, when it is asked for first. */
    GoodsBelow below;

    /**
     * A level, which no other holds yet.
     *
     * @param position its place in the file, from 1; 0 for the document itself
     */
    StatedLevel(Stated stated, int position) {
        this.stated = stated;
        this.position = position;
        decimal(EventField.QUANTITY)
                .ifPresent(value -> quantity = new Quantity(
                        value,
                        stated.get(EventField.UNIT),
                        decimal(EventField.ORDERED).orElse(null)));
    }

    private Optional<BigDecimal> decimal(String field) {
        String text = stated.get(field);
        Optional<BigDecimal> number = Numbers.decimal(text);
        if (number.isEmpty() && !text.isEmpty()) {
            quantityIssues.add(Numbers.invalid(text));
        }
        return number;
    }

    void hold(StatedLevel level) {
        inside.add(level);
        level.around = this;
    }

    Stated stated() {
        return stated;
    }

    boolean isDocument() {
        return position == 0;
    }

    int position() {
        return position;
    }

    /** The levels that it holds, in the order of the file. */
    List<StatedLevel> inside() {
        return inside;
    }

    /** The level that holds it; null for the document itself. */
    StatedLevel around() {
        return around;
    }

    /** The quantity that it states, null when none that is a number. */
    Quantity wholeQuantity() {
        return quantity;
    }

    /** What is no number of that quantity. */
    List<Issue> quantityIssues() {
        return quantityIssues;
    }

    /** A level that states a quantity is one of goods; a unit inside such a level has none of its own. */
    @Override
    public String quantity() {
        return "";
    }

    @Override
    public long offset() {
        return position;
    }
}
