/**
 * Writing interchanges: {@code X12Writer} and {@code EdifactWriter}, which check what they are given and compute counts
 * and trailers.
 */
package io.lotwire.edi.write;
