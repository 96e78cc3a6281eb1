package io.lotwire.registry.walk;

/**
 * A lot in a few words.
 *
 * @param id its number in the registry
 * @param code its code, to the character
 * @param gtin its product, {@code ""} where no GTIN is known
 * @param description the product in words, {@code ""} where not known
 */
public record LotName(long id, String code, String gtin, String description) {}
