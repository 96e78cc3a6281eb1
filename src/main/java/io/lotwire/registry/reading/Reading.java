package io.lotwire.registry.reading;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a logger measured at a moment.
 *
 * @param logger the logger's number, as it stands on it
 * @param measure what it measured
 * @param at when
 * @param value how much, in the measure's unit
 * @param line where it stands in its file, counted from 1
 */
record Reading(String logger, Measure measure, Instant at, BigDecimal value, long line) {}
