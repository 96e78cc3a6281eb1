package io.lotwire.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes good 856s (004010) of a farm: control numbers, documents and lots are new each time. */
final class Notices {
    /** Lots of a set, each at an item of its own. */
    static final int LOTS = 24;

    private static final long SEED = 1;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int interchanges;
    private int documents;

    /** An interchange with so many sets of 2 to 3 KB each. */
    synchronized byte[] interchange(Farm farm, Subscription to, int sets) {
        String control = String.format(Locale.ROOT, "%09d", ++interchanges);
        StringBuilder text = new StringBuilder();
        text.append("ISA*00*          *00*          *ZZ*")
                .append(String.format(Locale.ROOT, "%-15s", farm.interchangeId()))
                .append("*ZZ*NORTHGATE      *260304*1430*U*00401*")
                .append(control)
                .append("*0*P*>~GS*SH*")
                .append(farm.interchangeId())
                .append("*NORTHGATE*20260304*1430*")
                .append(interchanges)
                .append("*X*004010~");
        for (int i = 1; i <= sets; i++) {
            set(text, farm, to, String.format(Locale.ROOT, "%04d", i));
        }
        text.append("GE*").append(sets).append('*').append(interchanges);
        text.append("~IEA*1*").append(control).append("~");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void set(StringBuilder text, Farm farm, Subscription to, String control) {
        int document = ++documents;
        int begin = text.length();
        text.append("ST*856*").append(control);
        text.append("~BSN*00*ASN-")
                .append(document)
                .append("*20260304*1430~HL*1**S~TD1*CTN25*")
                .append(LOTS);
        text.append("~TD5**2*FRTL*M*FAIRVIEW FREIGHT LINES~REF*BM*BOL").append(document);
        text.append("~DTM*011*20260304*1430~N1*ST*NORTH VALLEY DISTRIBUTION*UL*")
                .append(to.gln());
        text.append("~N3*4 DOCK STREET~N4*FAIRVIEW*CA*93001*US~N1*SF*GREEN HOLLOW FARM*UL*")
                .append(farm.gln());
        text.append("~N3*12 ORCHARD ROAD~N4*ORCHARD*CA*93002*US~HL*2*1*O~PRF*PO-")
                .append(document);
        text.append("***20260228~");
        for (int i = 1; i <= LOTS; i++) {
            text.append("HL*").append(i + 2).append("*2*I~LIN*").append(i).append("*UK*");
            text.append(CheckDigit.after("1061414" + digits(6)));
            text.append("*LT*L").append(document).append('-').append(i).append((char) ('A' + random.nextInt(26)));
            text.append("~SN1**").append(random.nextInt(1, 481)).append("*CA~DTM*036*202603");
            text.append(random.nextInt(10, 32)).append('~');
        }
        text.append("CTT*").append(LOTS + 2).append('~');
        long segments = text.substring(begin).chars().filter(c -> c == '~').count() + 1;
        text.append("SE*").append(segments).append('*').append(control).append('~');
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
