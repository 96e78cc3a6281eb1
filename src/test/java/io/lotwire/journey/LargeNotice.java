package io.lotwire.journey;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A large interchange of 856s (004010): many sets, each with many lots. */
final class LargeNotice {
    private LargeNotice() {}

    /**
     * Writes one.
     *
     * @param sender ISA06, 11 characters of it
     * @param number its control number; lots and documents bear it
     * @param sets how many sets
     * @param lots so many lots in each, of about 75 bytes
     */
    static byte[] of(String sender, int number, int sets, int lots) {
        String control = String.format(Locale.ROOT, "%09d", number);
        StringBuilder text = new StringBuilder();
        text.append("ISA*00*          *00*          *ZZ*")
                .append(sender)
                .append("    *ZZ*NORTHGATE      *260304*1430*U*00401*");
        text.append(control).append("*0*P*>~GS*SH*").append(sender).append("*NORTHGATE*20260304*1430*");
        text.append(number).append("*X*004010~\n");
        for (int set = 1; set <= sets; set++) {
            set(text, number + "-" + set, String.format(Locale.ROOT, "%04d", set), lots);
        }
        text.append("GE*")
                .append(sets)
                .append('*')
                .append(number)
                .append("~IEA*1*")
                .append(control)
                .append("~\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void set(StringBuilder text, String document, String control, int lots) {
        text.append("ST*856*")
                .append(control)
                .append("~BSN*00*L")
                .append(document)
                .append("*20260304*1430*0001~HL*1**S*1~");
        text.append(
                "DTM*011*20260304*1430*UT~N1*SF*Farm*UL*0614141000005~N1*ST*Harbor 3PL*UL*9506000120003~HL*2*1*O*1~");
        text.append("PRF*PO").append(document).append("***20260304~\n");
        int before = 8;
        for (int lot = 1; lot <= lots; lot++) {
            text.append("HL*").append(lot + 2).append("*2*I*0~LIN*").append(lot).append("*UK*10614141000019*LT*L");
            text.append(document).append('-').append(lot).append("~SN1**40*CA~DTM*036*20260318~\n");
        }
        text.append("CTT*")
                .append(lots + 2)
                .append("~SE*")
                .append(before + 4 * lots + 2)
                .append('*')
                .append(control);
        text.append("~\n");
    }
}
