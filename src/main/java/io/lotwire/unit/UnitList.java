package io.lotwire.unit;

/** A list of codes of units. The same code may be another unit in another list: {@code CA} is a case in X12, and a can in UN/ECE's. */
public enum UnitList {
    /** X12 element 355. */
    X12("X12 element 355"),
    /** UN/ECE Recommendation 20, which EDIFACT element 6411 names and EPCIS 2.0, 7.3.3.3.1, asks for. */
    REC20("UN/ECE Recommendation 20");

    /** UNH02.1 has six letters. */
    private static final int MESSAGE = 6;

    /** ST01 has three digits. */
    private static final int SET = 3;

    /** Codes of X12 element 355 have two characters. */
    private static final int OF_X12 = 2;

    private final String title;

    UnitList(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /**
     * The list that a unit is of: EDIFACT messages have names of six letters, and X12 sets of three digits. Documents of other
     * kinds use the codes of X12, unless a code is longer than those are.
     *
     * @param document transaction set, message type, or what a profile calls another document
     * @param code the unit as sent
     */
    public static UnitList of(String document, String code) {
        boolean message = isAllOf(document, MESSAGE, 'A', 'Z');
        return message || (code.length() > OF_X12 && !isAllOf(document, SET, '0', '9')) ? REC20 : X12;
    }

    private static boolean isAllOf(String text, int length, char least, char most) {
        boolean all = text.length() == length;
        for (int i = 0; all && i < length; i++) {
            all = text.charAt(i) >= least && text.charAt(i) <= most;
        }
        return all;
    }
}
