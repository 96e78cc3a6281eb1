package io.lotwire.x12;

/**
 * An interchange's header (ISA), as sent; identifiers without the blanks that pad them.
 *
 * @param delimiters what separates its parts
 * @param senderQualifier ISA05
 * @param sender ISA06
 * @param receiverQualifier ISA07
 * @param receiver ISA08
 * @param date ISA09, {@code YYMMDD}
 * @param time ISA10, {@code HHMM}
 * @param version ISA12, such as {@code 00401}
 * @param controlNumber ISA13
 * @param acknowledgmentRequested ISA14 is {@code 1}: the sender wants a TA1
 * @param usage ISA15: {@code P} production, {@code T} test, {@code I} information
 * @param segment the ISA itself
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
    static InterchangeHeader of(Segment isa) {
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
