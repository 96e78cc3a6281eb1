package io.lotwire.desk;

/**
 * The file that a document came in.
 *
 * @param name its name
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record ReceivedBytes(String name, String sha256) {}
