package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.acknowledgement.SetAcknowledgement.ElementNote;
import io.lotwire.edi.acknowledgement.SetAcknowledgement.SegmentNote;
import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a 997 or 999: both say the same in the same places, the 999 with IK3, IK4 and IK5 for AK3, AK4 and AK5. */
final class AcknowledgementReading {
    private static final int FIRST_SET_CODE = 2;
    private static final int FIRST_GROUP_CODE = 5;

    private final AcknowledgementKind kind;
    private final List<SetAcknowledgement> sets = new ArrayList<>();
    private final List<SegmentNote> notes = new ArrayList<>();
    private final List<ElementNote> elements = new ArrayList<>();
    private Optional<Segment> group = Optional.empty();
    private Optional<Segment> set = Optional.empty();
    private Optional<Segment> segment = Optional.empty();
    private Optional<Segment> end = Optional.empty();

    private AcknowledgementReading(AcknowledgementKind kind) {
        this.kind = kind;
    }

    static Optional<GroupAcknowledgement> read(TransactionSet set) {
        return AcknowledgementKind.of(set.id()).map(kind -> {
            AcknowledgementReading reading = new AcknowledgementReading(kind);
            set.segments().forEach(reading::take);
            return reading.value();
        });
    }

    private void take(Segment next) {
        switch (next.id()) {
            case "AK1" -> group = Optional.of(next);
            case "AK2" -> {
                set = Optional.of(next);
                segment = Optional.empty();
                notes.clear();
                elements.clear();
            }
            case "AK3", "IK3" -> {
                endSegment();
                segment = Optional.of(next);
            }
            case "AK4", "IK4" -> elements.add(element(next));
            case "AK5", "IK5" -> {
                endSegment();
                sets.add(new SetAcknowledgement(
                        text(set, 1),
                        text(set, 2),
                        text(set, 3),
                        Verdict.ofCode(next.element(1)),
                        codes(next, FIRST_SET_CODE),
                        notes));
            }
            case "AK9" -> end = Optional.of(next);
            default -> {
                // CTX and the envelope say nothing of what was accepted.
            }
        }
    }

    private void endSegment() {
        segment.ifPresent(ak3 -> notes.add(
                new SegmentNote(ak3.element(1), number(ak3.element(2)), ak3.element(3), ak3.element(4), elements)));
        segment = Optional.empty();
        elements.clear();
    }

    private static ElementNote element(Segment ak4) {
        return new ElementNote(
                number(ak4.component(1, 1)),
                number(ak4.component(1, 2)),
                number(ak4.component(1, 3)),
                ak4.element(2),
                ak4.element(3),
                ak4.element(4));
    }

    /** What stops before its AK9 accepts nothing. */
    private GroupAcknowledgement value() {
        return new GroupAcknowledgement(
                kind,
                text(group, 1),
                text(group, 2),
                text(group, 3),
                end.map(ak9 -> Verdict.ofCode(ak9.element(1))).orElse(Verdict.REJECTED),
                count(2),
                count(3),
                count(4),
                end.map(ak9 -> codes(ak9, FIRST_GROUP_CODE)).orElse(List.of()),
                sets);
    }

    private int count(int element) {
        return end.map(ak9 -> Count.of(ak9.element(element))).orElse(-1);
    }

    private static String text(Optional<Segment> from, int element) {
        return from.map(found -> found.element(element)).orElse("");
    }

    private static int number(String text) {
        return Math.max(Count.of(text), 0);
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
}
