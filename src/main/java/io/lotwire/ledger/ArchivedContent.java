package io.lotwire.ledger;

/**
 * Bytes that the archive keeps.
 *
 * @param sha256 their SHA-256, in 64 hexadecimal digits, lower case: the key to read them by
 * @param size how many they are
 */
public record ArchivedContent(String sha256, long size) {}
