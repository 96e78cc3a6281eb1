/**
 * Cutting bytes into segments: the delimiters that an ISA or UNB names, the tokenizer, and the segment with its
 * elements. What differs between X12 and EDIFACT is in the {@code Dialect}; {@code IsaReading} and {@code UnbReading}
 * find it.
 */
package io.lotwire.edi.segment;
