package io.lotwire.lot;

/**
 * When something happened, as exactly as the partner said.
 *
 * @param value ISO 8601: {@code 2026-03-04}, {@code 2026-03-04T14:30:00}, or with an offset {@code
 *     2026-03-04T14:30:00-06:00} where the partner or their profile states one
 * @param precision the finest unit that the partner stated
 */
public record EventTime(String value, TimePrecision precision) {}
