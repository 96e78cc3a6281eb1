package io.lotwire.x12;

/**
 * A functional group's header (GS), as sent.
 *
 * @param functionalId GS01, such as {@code SH}
 * @param sender GS02
 * @param receiver GS03
 * @param date GS04, {@code CCYYMMDD}
 * @param time GS05, {@code HHMM} to {@code HHMMSSDD}
 * @param controlNumber GS06
 * @param agency GS07: {@code X} or {@code T}
 * @param version GS08, such as {@code 004010}
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
    /** The group of transaction sets that stand in an interchange without a group. */
    static final GroupHeader MISSING = new GroupHeader("", "", "", "", "", "", "", "");

    /** True for groups of 997 and 999, which are never acknowledged (GS01 is FA). */
    public boolean acknowledges() {
        return functionalId.equals("FA");
    }

    static GroupHeader of(Segment gs) {
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
