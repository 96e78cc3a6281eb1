package io.lotwire.edi.envelope;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;

/**
 * An interchange's header (ISA or UNB), as sent; identifiers without the blanks that pad them.
 *
 * @param delimiters what separates its parts
 * @param senderQualifier ISA05; UNB02.2 (0007), such as {@code 14} for a GLN
 * @param sender ISA06; UNB02.1 (0004)
 * @param receiverQualifier ISA07; UNB03.2 (0007)
 * @param receiver ISA08; UNB03.1 (0010)
 * @param date ISA09; UNB04.1 (0017): {@code YYMMDD}, in UNB from syntax version 4 on {@code CCYYMMDD}
 * @param time ISA10; UNB04.2 (0019): {@code HHMM}
 * @param version ISA12, such as {@code 00401}; UNB01.1 and UNB01.2 (0001, 0002), such as {@code UNOC:3}
 * @param controlNumber ISA13; UNB05 (0020)
 * @param acknowledgmentRequested ISA14 is {@code 1}: the sender wants a TA1; UNB09 (0031) is {@code 1}: a CONTRL
 * @param usage ISA15: {@code P} production, {@code T} test, {@code I} information; {@code T} where UNB11 (0035) is
 *     {@code 1}, else {@code P}
 * @param segment the ISA or UNB itself
 */
public record InterchangeHeader(
        Delimiters delimiters,
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String date,
        String time,
        String version,
        String controlNumber,
        boolean acknowledgmentRequested,
        String usage,
        Segment segment) {
    /** The rules that the interchange is written by. */
    public Syntax syntax() {
        return segment.syntax();
    }

    public static InterchangeHeader of(Segment header) {
        return header.syntax() == Syntax.X12 ? ofIsa(header) : ofUnb(header);
    }

    private static InterchangeHeader ofUnb(Segment unb) {
        return new InterchangeHeader(
                unb.delimiters(),
                unb.component(2, 2).strip(),
                unb.component(2, 1).strip(),
                unb.component(3, 2).strip(),
                unb.component(3, 1).strip(),
                unb.component(4, 1),
                unb.component(4, 2),
                unb.component(1, 1) + ":" + unb.component(1, 2),
                unb.element(5).strip(),
                unb.is(9, "1"),
                unb.is(11, "1") ? "T" : "P",
                unb);
    }

    private static InterchangeHeader ofIsa(Segment isa) {
        return new InterchangeHeader(
                isa.delimiters(),
                isa.element(5).strip(),
                isa.element(6).strip(),
                isa.element(7).strip(),
                isa.element(8).strip(),
                isa.element(9),
                isa.element(10),
                isa.element(12),
                isa.element(13).strip(),
                isa.element(14).equals("1"),
                isa.element(15),
                isa);
    }
}
