/**
 * One document's bytes, segment by segment: with names, meanings and problems, and which value came from which bytes.
 *
 * <p>{@code Contents} opens what the ledger keeps, {@code SegmentPage} goes through it page by page, {@code ElementNames} tells
 * what its elements are, and {@code ValueMap} what became of them.
 */
package io.lotwire.inspect;
