/**
 * Interchanges in X12 and EDIFACT: reading them with every problem as a value, acknowledging them, and writing them.
 *
 * <p>Start at {@link io.lotwire.x12.X12Parser}. A file's bytes go through a {@code Window} of it, in which the {@code
 * Tokenizer} finds segments and elements eight bytes at a time. {@code FileReading} knows which segment begins and ends an
 * interchange, a group and a set; {@code SetReading} gives each segment of a set to the {@code SetWalk}, which puts it into
 * its loop, and to its {@code SegmentPlan}, which tells at once when nothing is wrong with it. Only otherwise is a {@link
 * io.lotwire.x12.Segment} made, and {@code ElementChecks} say what is wrong. Of a set remain its bytes ({@code
 * SetContent}) and a table of its loops ({@code LoopTable}); {@link io.lotwire.x12.Loop}s and segments are made when they
 * are asked for, best by an {@link io.lotwire.x12.X12Path}.
 *
 * <p>{@link io.lotwire.x12.Acknowledgements} answers what was read, {@link io.lotwire.x12.X12Writer} writes;
 * for EDIFACT {@link io.lotwire.x12.Contrl} and {@link io.lotwire.x12.EdifactWriter} do. How an
 * interchange's bytes are read is in its {@code Dialect}, which segments envelop the others in {@code EnvelopeSegments}. What may stand
 * where is data of {@link io.lotwire.x12.grammar}.
 */
package io.lotwire.x12;
