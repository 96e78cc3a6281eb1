package io.lotwire.registry.master;

import java.util.OptionalInt;

/**
 * What is known of a product and needed where events are completed or told; texts that are not known are {@code ""}.
 *
 * @param description the product in words
 * @param commodity such as {@code lettuce}
 * @param variety of the commodity
 * @param pack what is in a case, such as {@code 24 ct}
 * @param shelfLifeDays how many days after it was made it expires; empty when not known
 */
public record KnownProduct(
        String description, String brand, String commodity, String variety, String pack, OptionalInt shelfLifeDays) {}
