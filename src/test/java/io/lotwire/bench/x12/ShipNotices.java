package io.lotwire.bench.x12;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes good interchanges of 856s (004010): shipment, orders, packs and items with their lots. The same seed makes the
 * same bytes. A level has at most one LIN, as in real ones; some LINs name two lots.
 */
public final class ShipNotices {
    private static final int USUAL_ITEMS = 15;
    private static final int DESCRIPTIONS_IN_LARGE_SET = 12;

    private final SplittableRandom random;
    private final OutputStream out;
    private final LotSum sum = new LotSum();
    private long bytes;
    private int segments;
    private int levels;

    private ShipNotices(long seed, OutputStream out) {
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** An interchange and what is in it. */
    static final class Interchange {
        private final byte[] bytes;
        private final Tally tally;

        private Interchange(byte[] bytes, Tally tally) {
            this.bytes = bytes;
            this.tally = tally;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Its lots. */
        Tally tally() {
            return tally;
        }
    }

    /** An interchange of many sets of about 3 KB each, at least this large. */
    static Interchange interchange(long seed, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 8192);
        ShipNotices notices = new ShipNotices(seed, bytes);
        try {
            notices.writeInterchange(size, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Interchange(bytes.toByteArray(), notices.sum.tally());
    }

    /** Writes an interchange with a single set, at least this large; gives its lots. */
    static Tally writeLargeSet(long seed, long size, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        ShipNotices notices = new ShipNotices(seed, buffered);
        notices.writeInterchange(size, true);
        buffered.flush();
        return notices.sum.tally();
    }

    private void writeInterchange(long size, boolean oneSet) throws IOException {
        segment(
                "ISA*00*          *00*          *ZZ*FARM           *ZZ*DISTRIBUTOR    *260304*1430*U*00401*000000101*0*P*>");
        segment("GS*SH*FARM*DISTRIBUTOR*20260304*1430*7*X*004010");
        int sets = 0;
        do {
            writeSet(++sets, oneSet ? size : 0);
        } while (bytes < size);
        segment("GE*" + sets + "*7");
        segment("IEA*1*000000101");
    }

    private void writeSet(int number, long size) throws IOException {
        segments = 0;
        levels = 0;
        String control = String.format(Locale.ROOT, "%04d", number);
        segment("ST*856*" + control);
        segment("BSN*00*ASN-" + digits(7) + "*20260304*1430");
        segment("HL*" + ++levels + "**S");
        segment("TD1*CTN25*" + between(2, 900));
        segment("TD5**2*FRTL*M*FAIRVIEW FREIGHT LINES");
        segment("REF*BM*BOL" + digits(8));
        segment("DTM*011*20260304*1430");
        party("ST", "NORTH VALLEY DISTRIBUTION", "4 DOCK STREET", "FAIRVIEW", "93001");
        party("SF", "GREEN HOLLOW FARM", "12 ORCHARD ROAD", "ORCHARD", "93002");
        long end = bytes + size;
        boolean packs = random.nextInt(3) > 0;
        do {
            writeOrder(packs, size > 0);
        } while (bytes < end);
        segment("CTT*" + levels);
        segment("SE*" + (segments + 1) + "*" + control);
    }

    private void writeOrder(boolean packs, boolean large) throws IOException {
        int order = ++levels;
        segment("HL*" + order + "*1*O");
        segment("PRF*PO-" + digits(6) + "***20260228");
        segment("REF*DP*" + digits(3));
        int parent = order;
        for (int i = 1; i <= USUAL_ITEMS; i++) {
            if (packs && i % 3 == 1) {
                parent = ++levels;
                segment("HL*" + parent + "*" + order + "*P");
                segment("MAN*GM*00" + checked("0061414" + digits(10)));
            }
            writeItem(parent, i, large);
        }
    }

    private void writeItem(int parent, int line, boolean large) throws IOException {
        segment("HL*" + ++levels + "*" + parent + "*I");
        StringBuilder lin =
                new StringBuilder("LIN*" + line + "*UK*" + checked("1061414" + digits(6)) + "*VN*ROM-" + digits(4));
        for (int lots = random.nextInt(8) == 0 ? 2 : 1; lots > 0; lots--) {
            String lot = "GH-" + digits(4) + (char) ('A' + random.nextInt(26));
            sum.add(lot);
            lin.append("*LT*").append(lot);
        }
        segment(lin.toString());
        segment("SN1**" + between(1, 480) + "*CA");
        for (int i = large ? DESCRIPTIONS_IN_LARGE_SET : 1; i > 0; i--) {
            segment("PID*F****ROMAINE HEARTS, " + between(2, 48) + " COUNT, FIELD PACKED, GRADE " + between(1, 3));
        }
        segment("REF*IA*" + digits(6));
        segment("DTM*036*202603" + between(10, 31));
    }

    private void party(String role, String name, String street, String city, String postalCode) throws IOException {
        segment("N1*" + role + "*" + name + "*UL*" + checked("061414" + digits(6)));
        segment("N3*" + street);
        segment("N4*" + city + "*CA*" + postalCode + "*US");
    }

    private void segment(String text) throws IOException {
        byte[] line = text.getBytes(StandardCharsets.US_ASCII);
        out.write(line);
        out.write('~');
        bytes += line.length + 1;
        segments++;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** The digits with their GS1 check digit. */
    private static String checked(String digits) {
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - total % 10) % 10;
    }
}
