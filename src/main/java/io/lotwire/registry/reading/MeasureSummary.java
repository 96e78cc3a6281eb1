package io.lotwire.registry.reading;

import java.math.BigDecimal;

/**
 * What was measured of one kind on a trip.
 *
 * @param count how many readings there are
 * @param least the lowest, in the measure's unit
 * @param most the highest
 * @param mean the mean of all, each as heavy as any other
 */
public record MeasureSummary(Measure measure, long count, BigDecimal least, BigDecimal most, BigDecimal mean) {}
