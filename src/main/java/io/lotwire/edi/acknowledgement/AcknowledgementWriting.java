package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.acknowledgement.SetAcknowledgement.ElementNote;
import io.lotwire.edi.acknowledgement.SetAcknowledgement.SegmentNote;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.write.X12Writer;
import java.util.List;
import java.util.stream.Stream;

/** Writes what is said of a group, as a 997 or a 999, into an open group FA. */
final class AcknowledgementWriting {
    private final X12Writer writer;
    private final AcknowledgementKind kind;

    AcknowledgementWriting(X12Writer writer, AcknowledgementKind kind) {
        this.writer = writer;
        this.kind = kind;
    }

    void write(GroupAcknowledgement group, String controlNumber) {
        boolean implementation = kind == AcknowledgementKind.IMPLEMENTATION;
        // ST03 is required by the guide of the 999 (005010X231, ST03) and not there before 004020.
        writer.set(kind.set(), controlNumber, implementation ? writer.version() : "");
        writer.segment(
                "AK1", group.functionalId(), group.controlNumber(), implementation ? writable(group.version()) : "");
        group.sets().forEach(this::set);
        writer.segment(
                "AK9",
                withCodes(
                        group.codes(),
                        group.verdict().code(),
                        String.valueOf(group.stated()),
                        String.valueOf(group.received()),
                        String.valueOf(group.accepted())));
    }

    private void set(SetAcknowledgement set) {
        writer.segment("AK2", set.id(), set.controlNumber(), writable(set.convention()));
        set.notes().forEach(this::segment);
        writer.segment(kind.segment(5), withCodes(set.codes(), set.verdict().code()));
    }

    private void segment(SegmentNote note) {
        writer.segment(
                kind.segment(3), note.segmentId(), String.valueOf(note.position()), writable(note.loop()), note.code());
        note.elements().forEach(this::element);
    }

    private void element(ElementNote note) {
        writer.segment(
                kind.segment(4),
                List.of(
                        Element.composite(number(note.element()), number(note.component()), number(note.repetition())),
                        Element.of(note.reference()),
                        Element.of(note.code()),
                        Element.of(writable(note.copy()))));
    }

    /** What holds a delimiter of the answer is left out: a part of it would be other data, the whole would break it. */
    private String writable(String text) {
        return writer.canWrite(text) ? text : "";
    }

    private static String number(int position) {
        return position == 0 ? "" : String.valueOf(position);
    }

    private static String[] withCodes(List<String> codes, String... first) {
        return Stream.concat(Stream.of(first), codes.stream()).toArray(String[]::new);
    }
}
