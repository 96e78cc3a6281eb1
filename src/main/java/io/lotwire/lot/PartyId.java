package io.lotwire.lot;

/**
 * A party's number in a scheme other than GLN.
 *
 * @param scheme {@code duns}, {@code duns4}, {@code assigned-by-buyer}, ...
 * @param value the number as sent
 */
public record PartyId(String scheme, String value) {}
