package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;

/** Reads a CONTRL. */
final class ContrlReading {
    private static final String REJECTED = "4";

    private final List<SetAcknowledgement> messages = new ArrayList<>();
    private final List<SetAcknowledgement.SegmentNote> notes = new ArrayList<>();
    private Segment uci;
    private Segment ucm;
    private int position;

    GroupAcknowledgement read(TransactionSet message) {
        message.segments().forEach(this::take);
        endMessage();
        Verdict verdict = verdict();
        List<String> codes = uci == null || uci.isEmpty(5) ? List.of() : List.of(uci.element(5));
        String reference = uci == null ? "" : uci.element(1);
        return new GroupAcknowledgement(
                AcknowledgementKind.SYNTAX_REPORT, "", reference, "", verdict, -1, -1, -1, codes, messages);
    }

    private Verdict verdict() {
        if (uci == null || uci.is(4, REJECTED)) {
            return Verdict.REJECTED;
        }
        return messages.stream().anyMatch(message -> message.verdict() == Verdict.REJECTED)
                ? Verdict.PARTLY_ACCEPTED
                : Verdict.ACCEPTED;
    }

    private void take(Segment segment) {
        switch (segment.id()) {
            case "UCI" -> uci = segment;
            case "UCF" -> endMessage();
            case "UCM" -> {
                endMessage();
                ucm = segment;
            }
            case "UCS" -> {
                position = Math.max(Count.of(segment.element(1)), 0);
                if (!segment.isEmpty(2)) {
                    notes.add(new SetAcknowledgement.SegmentNote("", position, "", segment.element(2), List.of()));
                }
            }
            case "UCD" ->
                notes.add(new SetAcknowledgement.SegmentNote("", position, "", "", List.of(element(segment))));
            default -> {
                // The envelope says nothing of what was accepted.
            }
        }
    }

    /** S011: the element's position and its component's. */
    private static SetAcknowledgement.ElementNote element(Segment ucd) {
        int element = Math.max(Count.of(ucd.component(2, 1)), 0);
        int component = Math.max(Count.of(ucd.component(2, 2)), 0);
        return new SetAcknowledgement.ElementNote(element, component, 0, "", ucd.element(1), "");
    }

    private void endMessage() {
        if (ucm != null) {
            messages.add(new SetAcknowledgement(
                    ucm.component(2, 1),
                    ucm.element(1),
                    "",
                    ucm.is(3, REJECTED) ? Verdict.REJECTED : Verdict.ACCEPTED,
                    ucm.isEmpty(4) ? List.of() : List.of(ucm.element(4)),
                    notes));
        }
        ucm = null;
        notes.clear();
    }
}
