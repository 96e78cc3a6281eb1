package io.lotwire.lot;

/**
 * A product number as one party knows it.
 *
 * @param scheme whose number it is: {@code vendor}, {@code buyer}, {@code upc}, {@code ean}, {@code gtin}, {@code sku},
 *     {@code ndc}, ...
 * @param value the number as sent
 */
public record ItemId(String scheme, String value) {}
