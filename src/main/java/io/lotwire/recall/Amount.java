package io.lotwire.recall;

import java.math.BigDecimal;

/**
 * How much.
 *
 * @param quantity null where that is not told
 * @param unit the unit as stated, {@code ""} where that is not told
 */
record Amount(BigDecimal quantity, String unit) {}
