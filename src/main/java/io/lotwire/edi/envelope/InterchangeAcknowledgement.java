package io.lotwire.edi.envelope;

import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;

/**
 * What a partner says of an interchange that it received (TA1).
 *
 * @param controlNumber ISA13 of the interchange (TA101)
 * @param date its ISA09 (TA102)
 * @param time its ISA10 (TA103)
 * @param verdict accepted, accepted with errors or rejected (TA104: A, E, R)
 * @param noteCode why (TA105, X12 element I18), {@code 000} when nothing is wrong
 */
public record InterchangeAcknowledgement(
        String controlNumber, String date, String time, Verdict verdict, String noteCode) {
    /** When one is sent. */
    public enum When {
        /** For each interchange. */
        ALWAYS,
        /** Where ISA14 asks for it, or something is wrong with the envelope. */
        WHEN_ASKED,
        /** Not at all. */
        NEVER
    }

    public static InterchangeAcknowledgement of(Segment ta1) {
        return new InterchangeAcknowledgement(
                ta1.element(1), ta1.element(2), ta1.element(3), Verdict.ofCode(ta1.element(4)), ta1.element(5));
    }
}
