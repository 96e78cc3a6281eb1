package io.lotwire.lot.rule;

/**
 * How much of a lot's shelf life must be left when it is shipped.
 *
 * @param days so many days; 0 for any
 * @param percent so much of the whole shelf life; 0 for any
 */
public record ShelfLifeMinimum(int days, int percent) {
    /** However little is left. */
    public static final ShelfLifeMinimum NONE = new ShelfLifeMinimum(0, 0);
}
