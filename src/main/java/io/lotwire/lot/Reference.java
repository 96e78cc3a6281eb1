package io.lotwire.lot;

/**
 * A business document that the event refers to.
 *
 * @param type {@code asn}, {@code purchase-order}, {@code bill-of-lading}, {@code depositor-order}, {@code pro}, {@code
 *     invoice}, ...
 * @param value its number as sent
 * @param date its date in ISO 8601, {@code ""} when not stated
 */
public record Reference(String type, String value, String date) {}
