package io.lotwire.edi.segment;

/**
 * Why the delimiters of an interchange cannot be known from its ISA, UNA or UNB.
 *
 * @param element the element that shows it, from 1; 0 for the segment as a whole
 * @param offset where it is, in bytes from the segment's start
 * @param sentence what is wrong, and how to mend it
 */
public record HeaderFault(int element, int offset, String sentence) {}
