package io.lotwire.edi;

import java.util.List;
import java.util.Locale;

/** Interchanges for tests: an envelope with right counts around what a test is about. */
public final class Sample {
    private Sample() {}

    /** An interchange with one transaction set of these segments between ST and SE, each ended by {@code ~}. */
    public static String of(String set, String... body) {
        return interchange("004010", set, List.of(body));
    }

    public static String interchange(String version, String set, List<String> body) {
        String group =
                switch (set) {
                    case "856" -> "SH";
                    case "945" -> "SW";
                    case "997", "999" -> "FA";
                    default -> "ZZ";
                };
        return header()
                + "GS*" + group + "*FARM*DISTRIBUTOR*20260304*1430*7*X*" + version + "~"
                + "ST*" + set + "*0001~"
                + String.join("~", body) + (body.isEmpty() ? "" : "~")
                + "SE*" + (body.size() + 2) + "*0001~GE*1*7~IEA*1*000000101~";
    }

    public static String header() {
        return String.format(
                Locale.ROOT,
                "ISA*00*%10s*00*%10s*ZZ*%-15s*ZZ*%-15s*260304*1430*U*00401*000000101*0*P*>~",
                "",
                "",
                "FARM",
                "DISTRIBUTOR");
    }

    /** A ship notice of two orders; its levels come in an order of their own. */
    public static String shipNotice() {
        return of(
                "856",
                "BSN*00*ASN-1*20260304*1430",
                "HL*1**S",
                "N1*ST*North Valley Distribution*UL*0614141000029",
                "N3*4 Dock Street",
                "N4*Fairview*CA*93001*US",
                "N1*SF*Green Hollow Farm*UL*0614141000005",
                "N4*Orchard*CA*93002*US",
                "HL*2*1*O",
                "PRF*PO-1",
                "HL*3*1*O",
                "PRF*PO-2",
                "HL*4*2*I",
                "LIN**UK*10614141000019*LT*A-1*LT*A-2",
                "REF*LT*R-1",
                "REF*BT*R-2",
                "HL*5*3*I",
                "LIN**VN*ROM-24*LT*B-1",
                "CTT*5");
    }
}
