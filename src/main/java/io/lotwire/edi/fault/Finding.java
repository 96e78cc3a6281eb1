package io.lotwire.edi.fault;

import io.lotwire.problem.Problem;

/**
 * A problem of a transaction set, with what an acknowledgement says of it.
 *
 * @param fault what kind of problem
 * @param problem the problem itself; its place names the segment identifier that AK301 gives
 * @param position the segment's position in the transaction set, from 1 (AK302); 0 when the set as a whole is meant
 * @param loop LS01 of the loop that the segment stands in, {@code ""} outside of LS and LE (AK303)
 * @param elementReference the element's number in the X12 dictionary (AK402), {@code ""} when not known
 * @param copy the data that is wrong (AK404), {@code ""} when there is none
 */
public record Finding(Fault fault, Problem problem, int position, String loop, String elementReference, String copy) {}
