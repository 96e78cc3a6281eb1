package io.lotwire.mapping;

import io.lotwire.x12.Loop;
import io.lotwire.x12.Segment;

/**
 * A logistic unit's number found in a document.
 *
 * @param number the number as sent
 * @param quantity the quantity in this unit alone as sent, {@code ""} when not stated with it
 * @param segment the segment that states it
 * @param loop the loop of that segment
 */
record UnitFinding(String number, String quantity, Segment segment, Loop loop) {}
