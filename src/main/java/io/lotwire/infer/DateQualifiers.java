package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import java.util.Set;

/** Which dates of a line are no lot's, by their qualifiers: those of orders, invoices, shipments, receipts and documents. */
final class DateQualifiers {
    /** X12 element 374. */
    private static final Set<String> DTM_OF_OTHERS = Set.of(
            "001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012", "013", "014", "015",
            "016", "017", "018", "019", "020", "021", "022", "035", "037", "038", "046", "050", "061", "063", "064",
            "065", "067", "068", "069", "070", "071", "072", "074", "075", "076", "077", "078", "079", "080", "090",
            "091", "095", "097", "102", "106", "118", "137", "139", "140", "152", "167", "171", "196", "197", "291",
            "369", "370", "371", "372", "582");

    /** X12 element 432. */
    private static final Set<String> G62_OF_OTHERS = Set.of(
            "01", "02", "03", "04", "05", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
            "35", "37", "38", "50", "53", "54", "55", "60", "61", "62", "63", "64", "65", "66", "67", "68", "69", "70",
            "71", "72", "77", "78", "79", "80", "85", "86", "87", "AE", "DD");

    /** EDIFACT 2005. */
    private static final Set<String> EDIFACT_OF_OTHERS = Set.of(
            "2", "3", "4", "7", "9", "10", "11", "12", "13", "17", "35", "37", "38", "50", "55", "61", "63", "64", "65",
            "67", "69", "71", "74", "75", "76", "79", "90", "91", "92", "95", "97", "110", "117", "129", "131", "132",
            "133", "134", "135", "136", "137", "140", "143", "151", "152", "163", "164", "171", "178", "182", "186",
            "189", "191", "194", "200", "206", "232", "234", "235", "265", "324", "325", "366", "454");

    private DateQualifiers() {}

    /** The qualifier of a DTM or G62; {@code ""} for other segments. */
    static String of(Segment segment) {
        if (!segment.is("DTM") && !segment.is("G62")) {
            return "";
        }
        return segment.syntax() == Syntax.X12 ? segment.element(1) : segment.component(1, 1);
    }

    /** True when the date of a segment could be one of a lot. */
    static boolean couldBeOfLot(Segment segment) {
        String qualifier = of(segment);
        Set<String> others = segment.syntax() == Syntax.EDIFACT
                ? EDIFACT_OF_OTHERS
                : segment.is("G62") ? G62_OF_OTHERS : DTM_OF_OTHERS;
        return !qualifier.isEmpty() && !others.contains(qualifier);
    }
}
