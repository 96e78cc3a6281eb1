package io.lotwire.edi.tree;

import io.lotwire.edi.segment.Segment;

/**
 * A value and where it was found.
 *
 * @param text the value as sent, never {@code ""}
 * @param segment the segment it is in
 * @param loop the innermost loop that holds the segment
 * @param element the element, from 1
 * @param component the component, from 1; 0 when the whole element is meant
 */
public record Value(String text, Segment segment, Loop loop, int element, int component) {}
