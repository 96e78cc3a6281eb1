package io.lotwire.network;

/**
 * The shape of a network.
 *
 * @param seed what all that is random follows from
 * @param tiers how many rows of plants stand one behind the other: a lot goes through so many runs of production at most, without rework
 * @param plants plants of a tier
 * @param warehouses who get finished goods
 * @param stores who get them from there
 * @param days how many days are told
 * @param runs runs of production of a plant in a day
 * @param watched lots of suppliers that are followed, 64 at most
 * @param hub true where one lot of salt goes into every run of the first tier
 */
public record Plan(
        long seed, int tiers, int plants, int warehouses, int stores, int days, int runs, int watched, boolean hub) {
    /** A network that a test makes in a moment. */
    public static Plan small(long seed) {
        return new Plan(seed, 3, 2, 2, 4, 6, 2, 12, seed % 2 == 0);
    }
}
