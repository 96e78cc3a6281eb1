package io.lotwire.mapping;

import io.lotwire.lot.LotKind;
import io.lotwire.x12.Segment;

/**
 * A lot code found in a document.
 *
 * @param code the code as sent
 * @param kind what it is
 * @param segment the segment that states it
 * @param quantity this lot's own quantity as sent, {@code ""} when not stated with it
 * @param unit that quantity's unit as sent
 * @param expires this lot's own expiry date as sent, {@code ""} when not stated with it
 */
record LotFinding(String code, LotKind kind, Segment segment, String quantity, String unit, String expires) {}
