package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.fault.Verdict;
import java.util.List;

/**
 * What is said of a transaction set that was received (AK2 to AK5 of a 997, AK2 to IK5 of a 999, UCM of a CONTRL).
 *
 * @param id its ST01 (AK201)
 * @param controlNumber its ST02 (AK202)
 * @param convention its ST03, the guide that it follows (AK203), {@code ""} when not stated
 * @param verdict accepted, accepted with errors or rejected (AK501)
 * @param codes why, for the set as a whole (AK502 to AK506, X12 element 718 or 618)
 * @param notes why, segment by segment
 */
public record SetAcknowledgement(
        String id,
        String controlNumber,
        String convention,
        Verdict verdict,
        List<String> codes,
        List<SegmentNote> notes) {
    public SetAcknowledgement {
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }

    /**
     * What is wrong with a segment (AK3, IK3).
     *
     * @param segmentId the segment (AK301)
     * @param position its position in the transaction set, from 1 (AK302); 0 when not stated
     * @param loop LS01 of the loop that it stands in, {@code ""} outside of LS and LE (AK303)
     * @param code why, X12 element 720 or 620; 8 when its elements say it (AK304)
     * @param elements its elements that are wrong
     */
    public record SegmentNote(String segmentId, int position, String loop, String code, List<ElementNote> elements) {
        public SegmentNote {
            elements = List.copyOf(elements);
        }
    }

    /**
     * What is wrong with an element (AK4, IK4).
     *
     * @param element its position in the segment, from 1 (AK401-1); 0 when not stated
     * @param component position of the component in it, from 1 (AK401-2); 0 for the whole element
     * @param repetition which repetition, from 1 (AK401-3); 0 where it does not repeat
     * @param reference its number in the X12 dictionary (AK402), {@code ""} when not stated
     * @param code why, X12 element 723 or 621 (AK403)
     * @param copy the data that is wrong (AK404), {@code ""} when not stated
     */
    public record ElementNote(int element, int component, int repetition, String reference, String code, String copy) {}
}
