package io.lotwire.mapping;

import io.lotwire.lot.Issue;

/**
 * A date as read from a document.
 *
 * @param text ISO 8601; {@code ""} when none is stated that exists
 * @param issue what is doubtful about it, null when nothing is
 */
record DateRead(String text, Issue issue) {
    static final DateRead NONE = new DateRead("", null);
}
