package io.lotwire.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a 997 or 999: both say the same in the same places, the 999 with IK3, IK4 and IK5 for AK3, AK4 and AK5. */
final class AcknowledgementReading {
    private static final int FIRST_SET_CODE = 2;
    private static final int FIRST_GROUP_CODE = 5;

    private final List<SetAcknowledgement> sets = new ArrayList<>();
    private final List<SetAcknowledgement.Note> notes = new ArrayList<>();
    private String functionalId = "";
    private String controlNumber = "";
    private String setId = "";
    private String setControlNumber = "";
    private Segment ak3;
    private Segment ak9;

    private AcknowledgementReading() {}

    static Optional<GroupAcknowledgement> read(TransactionSet set) {
        if (!set.id().equals("997") && !set.id().equals("999")) {
            return Optional.empty();
        }
        AcknowledgementReading reading = new AcknowledgementReading();
        set.segments().forEach(reading::take);
        return Optional.of(reading.value());
    }

    private void take(Segment segment) {
        switch (segment.id()) {
            case "AK1" -> {
                functionalId = segment.element(1);
                controlNumber = segment.element(2);
            }
            case "AK2" -> {
                setId = segment.element(1);
                setControlNumber = segment.element(2);
                notes.clear();
            }
            case "AK3", "IK3" -> {
                ak3 = segment;
                if (!segment.element(4).equals("8")) {
                    notes.add(note(segment.element(4), "", ""));
                }
            }
            case "AK4", "IK4" -> {
                if (ak3 != null) {
                    notes.add(note(segment.element(3), segment.element(1), segment.element(4)));
                }
            }
            case "AK5", "IK5" -> {
                Verdict verdict = verdict(segment.element(1));
                sets.add(new SetAcknowledgement(
                        setId, setControlNumber, verdict, codes(segment, FIRST_SET_CODE), notes));
            }
            case "AK9" -> ak9 = segment;
            default -> {
                // CTX and the envelope say nothing of what was accepted.
            }
        }
    }

    private SetAcknowledgement.Note note(String code, String element, String copy) {
        return new SetAcknowledgement.Note(ak3.element(1), Math.max(Count.of(ak3.element(2)), 0), element, code, copy);
    }

    private GroupAcknowledgement value() {
        if (ak9 == null) {
            return new GroupAcknowledgement(functionalId, controlNumber, Verdict.REJECTED, -1, -1, -1, List.of(), sets);
        }
        return new GroupAcknowledgement(
                functionalId,
                controlNumber,
                verdict(ak9.element(1)),
                Count.of(ak9.element(2)),
                Count.of(ak9.element(3)),
                Count.of(ak9.element(4)),
                codes(ak9, FIRST_GROUP_CODE),
                sets);
    }

    private static List<String> codes(Segment segment, int first) {
        List<String> codes = new ArrayList<>();
        for (int i = first; i <= segment.elementCount(); i++) {
            if (!segment.isEmpty(i)) {
                codes.add(segment.element(i));
            }
        }
        return codes;
    }

    /** M, W and X are rejections for reasons of security. */
    private static Verdict verdict(String code) {
        return switch (code) {
            case "A" -> Verdict.ACCEPTED;
            case "E" -> Verdict.ACCEPTED_WITH_ERRORS;
            case "P" -> Verdict.PARTLY_ACCEPTED;
            default -> Verdict.REJECTED;
        };
    }
}
