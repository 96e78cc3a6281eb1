package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the receiver's business says of a transaction set that was right as X12 or EDIFACT (824, application advice: OTI and
 * its TED; APERAK, application error and acknowledgement).
 *
 * @param verdict accepted, accepted with errors, partly accepted or rejected (the second letter of OTI01; BGM, and whether
 *     there is an ERC)
 * @param reference the document's number, or what else it was told by (OTI03; DOC or RFF), {@code ""} when not stated
 * @param group GS06 of its group (OTI08), {@code ""} when not stated and in EDIFACT
 * @param control its ST02 (OTI09), {@code ""} when not stated
 * @param set its ST01 (OTI10), {@code ""} when not stated
 * @param reasons why
 */
public record ApplicationAdvice(
        Verdict verdict, String reference, String group, String control, String set, List<Reason> reasons) {
    /** ST01 of the set that carries advice. */
    public static final String SET = "824";

    /** UNH02.1 of the message that carries advice. */
    public static final String MESSAGE = AperakReading.MESSAGE;

    public ApplicationAdvice {
        reasons = List.copyOf(reasons);
    }

    /**
     * What is wrong (TED and its NTE; ERC and its FTX).
     *
     * @param code X12 element 647 (TED01), such as {@link #DATA_MISSING}; ERC01; {@code ""} for words alone
     * @param text the same in words (TED02 and NTE02; FTX04)
     * @param segmentId the segment (TED03), {@code ""} when not stated
     * @param position its position in the set, from 1 (TED04); 0 when not stated
     * @param element the element's position in the segment, from 1 (TED05); 0 when not stated
     */
    public record Reason(String code, String text, String segmentId, int position, int element) {
        /** What must be said is not there. */
        public static final String DATA_MISSING = "007";

        /** Another reason, which its words tell. */
        public static final String OTHER = "024";
    }

    /** What an 824 or APERAK says, one for each set that it speaks of; empty for another set. */
    public static List<ApplicationAdvice> read(TransactionSet set) {
        if (set.id().equals(MESSAGE)) {
            return List.of(AperakReading.read(set));
        }
        if (!set.id().equals(SET)) {
            return List.of();
        }
        Reading reading = new Reading();
        set.segments().forEach(reading::take);
        reading.endAdvice();
        return reading.advice;
    }

    private static final class Reading {
        private final List<ApplicationAdvice> advice = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private Optional<Segment> oti = Optional.empty();

        void take(Segment segment) {
            switch (segment.id()) {
                case "OTI" -> {
                    endAdvice();
                    oti = Optional.of(segment);
                }
                case "TED" ->
                    reasons.add(new Reason(
                            segment.element(1),
                            segment.element(2),
                            segment.element(3),
                            Math.max(Count.of(segment.element(4)), 0),
                            Math.max(Count.of(segment.component(5, 1)), 0)));
                case "NTE" -> goOn(segment.element(2));
                default -> {
                    // Who it is about is known from the set that it names.
                }
            }
        }

        private void goOn(String text) {
            if (!reasons.isEmpty()) {
                Reason last = reasons.remove(reasons.size() - 1);
                reasons.add(new Reason(
                        last.code(),
                        (last.text() + " " + text).strip(),
                        last.segmentId(),
                        last.position(),
                        last.element()));
            }
        }

        void endAdvice() {
            oti.ifPresent(segment -> advice.add(new ApplicationAdvice(
                    verdict(segment.element(1)),
                    segment.element(3),
                    segment.element(8),
                    segment.element(9),
                    segment.element(10),
                    reasons)));
            reasons.clear();
        }

        /** The second letter says what became of it, C that its data was changed; the first one of what. */
        private static Verdict verdict(String code) {
            String last = code.isEmpty() ? "" : code.substring(code.length() - 1);
            return last.equals("C") ? Verdict.ACCEPTED_WITH_ERRORS : Verdict.ofCode(last);
        }
    }
}
