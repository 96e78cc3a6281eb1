package io.lotwire.replay;

import java.time.Instant;

/**
 * Which files are read again.
 *
 * @param from received then or later
 * @param until received before
 * @param partner who sent them, {@code ""} for anyone
 */
public record Window(Instant from, Instant until, String partner) {}
