package io.lotwire.edi.envelope;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;

/**
 * A functional group's header (GS or UNG), as sent. In EDIFACT groups may be left out: messages that then follow
 * one another and are of one type and version are taken as a group that has no control number.
 *
 * @param functionalId GS01, such as {@code SH}; UNG01 (0038), such as {@code DESADV}
 * @param sender GS02; UNG02.1 (0040)
 * @param receiver GS03; UNG03.1 (0044)
 * @param date GS04, {@code CCYYMMDD}; UNG04.1 (0017)
 * @param time GS05, {@code HHMM} to {@code HHMMSSDD}; UNG04.2 (0019)
 * @param controlNumber GS06; UNG05 (0048)
 * @param agency GS07: {@code X} or {@code T}; UNG06 (0051), such as {@code UN}
 * @param version GS08, such as {@code 004010}; UNG07.1 and UNG07.2 (0052, 0054), such as {@code D96A}
 */
public record GroupHeader(
        String functionalId,
        String sender,
        String receiver,
        String date,
        String time,
        String controlNumber,
        String agency,
        String version) {
    /** UNH02.1 of the syntax and service report, in place of a group's identifier where messages have no group. */
    private static final String SYNTAX_REPORT = "CONTRL";

    /** The group of transaction sets that stand in an interchange without a group. */
    public static final GroupHeader MISSING = new GroupHeader("", "", "", "", "", "", "", "");

    /** True for groups of 997, 999 and CONTRL, which are never acknowledged (GS01 is FA, UNG01 CONTRL). */
    public boolean acknowledges() {
        return functionalId.equals("FA") || functionalId.equals(SYNTAX_REPORT);
    }

    public static GroupHeader of(Segment header) {
        return header.syntax() == Syntax.X12 ? ofGs(header) : ofUng(header);
    }

    /** The group of messages that begin with this UNH or one like it, where there is no UNG. */
    public static GroupHeader ofMessage(Segment unh) {
        return new GroupHeader(
                unh.component(2, 1),
                "",
                "",
                "",
                "",
                "",
                unh.component(2, 4),
                unh.component(2, 2) + unh.component(2, 3));
    }

    private static GroupHeader ofUng(Segment ung) {
        return new GroupHeader(
                ung.element(1),
                ung.component(2, 1).strip(),
                ung.component(3, 1).strip(),
                ung.component(4, 1),
                ung.component(4, 2),
                ung.element(5),
                ung.element(6),
                ung.component(7, 1) + ung.component(7, 2));
    }

    private static GroupHeader ofGs(Segment gs) {
        return new GroupHeader(
                gs.element(1),
                gs.element(2).strip(),
                gs.element(3).strip(),
                gs.element(4),
                gs.element(5),
                gs.element(6),
                gs.element(7),
                gs.element(8).strip());
    }
}
