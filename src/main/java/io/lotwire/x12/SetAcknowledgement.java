package io.lotwire.x12;

import java.util.List;

/**
 * What a partner says of a transaction set that it received (AK2 to AK5, or IK5 of a 999; UCM of a CONTRL).
 *
 * @param id its ST01 (AK201)
 * @param controlNumber its ST02 (AK202)
 * @param verdict accepted, accepted with errors or rejected (AK501)
 * @param codes why, for the set as a whole (AK502 to AK506, X12 element 718)
 * @param notes why, segment by segment
 */
public record SetAcknowledgement(
        String id, String controlNumber, Verdict verdict, List<String> codes, List<Note> notes) {
    public SetAcknowledgement {
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }

    /**
     * A segment or element that the partner found wrong.
     *
     * @param segmentId the segment (AK301)
     * @param position its position in the transaction set, from 1 (AK302); 0 when not stated
     * @param element element position (AK401), with component and repetition as sent; {@code ""} when the segment is meant
     * @param code why: element 720 for a segment (AK304), 723 for an element (AK403)
     * @param copy the data that is wrong (AK404), {@code ""} when not stated
     */
    public record Note(String segmentId, int position, String element, String code, String copy) {
        /** The note in words: {@code segment 8 (LIN), element 3, code 7: 'XX'}. */
        @Override
        public String toString() {
            return "segment " + position + " (" + segmentId + ")"
                    + (element.isEmpty() ? "" : ", element " + element)
                    + ", code " + code + (copy.isEmpty() ? "" : ": '" + copy + "'");
        }
    }
}
