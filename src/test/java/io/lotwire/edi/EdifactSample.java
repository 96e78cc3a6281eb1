package io.lotwire.edi;

import java.util.List;

/** EDIFACT interchanges for tests: an envelope with right counts around what a test is about. */
public final class EdifactSample {
    private EdifactSample() {}

    /** An interchange with one message of these segments between UNH and UNT, with the usual separators. */
    public static String of(String type, String... body) {
        return header() + message("1", type, body) + "UNZ+1+REF42'";
    }

    public static String message(String reference, String type, String... body) {
        return "UNH+" + reference + "+" + type + ":UN'"
                + String.join("'", body) + (body.length == 0 ? "" : "'")
                + "UNT+" + (body.length + 2) + "+" + reference + "'";
    }

    public static String header() {
        return "UNB+UNOC:3+0614141000005:14+9506000120003:14+260304:1430+REF42'";
    }

    /** A despatch advice of one pallet with two lots. */
    public static String despatchAdvice() {
        return of("DESADV:D:96A", despatchAdviceBody().toArray(String[]::new));
    }

    static List<String> despatchAdviceBody() {
        return List.of(
                "BGM+351+DES-1+9",
                "DTM+137:20260304:102",
                "RFF+ON:PO-1",
                "NAD+SU+0614141000005::9++Green Hollow Farm?+Sons",
                "NAD+DP+9506000120003::9",
                "CPS+1",
                "CPS+2+1",
                "PAC+1++201",
                "PCI+33E",
                "GIN+BJ+006141410000000012",
                "LIN+1++10614141000019:EN",
                "PIA+1+ROM-24:SA+A?:1:NB",
                "QTY+12:40:CT",
                "PCI+36E",
                "DTM+361:20260318:102",
                "GIN+BX+LOT?+A+LOT-B",
                "CNT+2:1");
    }
}
