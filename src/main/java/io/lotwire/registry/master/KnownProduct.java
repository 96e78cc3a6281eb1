package io.lotwire.registry.master;

import java.util.OptionalInt;

/**
 * What is known of a product and needed where events are completed.
 *
 * @param description the product in words, {@code ""} when not known
 * @param shelfLifeDays how many days after it was made it expires; empty when not known
 */
public record KnownProduct(String description, OptionalInt shelfLifeDays) {}
