package io.lotwire.edi.write;

import io.lotwire.problem.Place;

/** Tells where an element of the segment that is being checked will stand. */
interface WritingPlaces {
    Place of(String segmentId, int element);
}
