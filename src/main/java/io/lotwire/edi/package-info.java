/**
 * Interchanges in X12 and EDIFACT: reading them with every problem as a value, acknowledging them, and writing them.
 *
 * <p>From bytes to a tree: start at {@link io.lotwire.edi.read.X12Parser}. A file's bytes go through a {@code Window} of it, in
 * which the {@code Tokenizer} finds segments and elements eight bytes at a time ({@code segment}). {@code FileReading} knows which
 * segment begins and ends an interchange, a group and a set; {@code SetReading} gives each segment of a set to the {@code SetWalk},
 * which puts it into its loop ({@code read}), and to its {@code SegmentPlan}, which tells at once when nothing is wrong with it
 * ({@code plan}). Only otherwise is a {@link io.lotwire.edi.segment.Segment} made, and {@code ElementChecks} say what is wrong
 * ({@code check}). Of a set remain its bytes ({@code SetContent}) and a table of its loops ({@code LoopTable}); {@link
 * io.lotwire.edi.tree.Loop}s and segments are made when they are asked for, best by an {@link io.lotwire.edi.tree.X12Path}. What may
 * stand where is data of {@link io.lotwire.edi.grammar.Grammar}.
 *
 * <p>{@link io.lotwire.edi.acknowledgement.Acknowledgements} answers what was read, {@link io.lotwire.edi.write.X12Writer} writes;
 * for EDIFACT {@link io.lotwire.edi.acknowledgement.Contrl} and {@link io.lotwire.edi.write.EdifactWriter} do.
 */
package io.lotwire.edi;
