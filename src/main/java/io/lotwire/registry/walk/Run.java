package io.lotwire.registry.walk;

/**
 * A run of production.
 *
 * @param id its number in the registry
 * @param partner whose number it has, by profile name
 * @param number that number
 */
public record Run(long id, String partner, String number) {}
