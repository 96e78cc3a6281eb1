package io.lotwire.mapping;

/**
 * The file that a transaction set came in.
 *
 * @param partner who sent it, by profile name; {@code ""} when no profile applies
 * @param file its name, for places of problems
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record Origin(String partner, String file, String sha256) {}
