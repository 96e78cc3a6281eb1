package io.lotwire.mapping;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.Issue;

/**
 * A time as read from a document.
 *
 * @param time as exactly as it was said; null when none is stated that exists
 * @param issue what is doubtful about it, null when nothing is
 */
record TimeRead(EventTime time, Issue issue) {}
