package io.lotwire.bench.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes good 856s (004010) of a farm: control numbers, documents and lots are new each time. */
final class Notices {
    /** Lots of a small set, each at an item of its own. */
    static final int LOTS = 24;

    private static final long SEED = 1;

    /** Text is handed on when there is so much of it: a set may have a million lots. */
    private static final int HANDED_ON = 32 * 1024;

    /** How much an item says. */
    enum Item {
        /** What a lot needs, about 100 bytes. */
        BRIEF,
        /** With a description, a weight, two dates and where it was made: about 400 bytes. */
        WORDY
    }

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int interchanges;
    private int documents;

    /** An interchange with so many sets of 2 to 3 KB each. */
    byte[] interchange(Farm farm, Subscription to, int sets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, farm, to, sets, LOTS, Item.BRIEF);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Writes an interchange with so many sets, and so many lots in each, while it is made. */
    synchronized void write(OutputStream out, Farm farm, Subscription to, int sets, int lots, Item item)
            throws IOException {
        String control = String.format(Locale.ROOT, "%09d", ++interchanges);
        Text text = new Text(out);
        text.add("ISA*00*          *00*          *ZZ*")
                .add(String.format(Locale.ROOT, "%-15s", farm.interchangeId()))
                .add("*ZZ*NORTHGATE      *260304*1430*U*00401*")
                .add(control)
                .add("*0*P*>~GS*SH*")
                .add(farm.interchangeId())
                .add("*NORTHGATE*20260304*1430*")
                .add(interchanges)
                .add("*X*004010~");
        for (int i = 1; i <= sets; i++) {
            set(text, farm, to, String.format(Locale.ROOT, "%04d", i), lots, item);
        }
        text.add("GE*").add(sets).add("*").add(interchanges);
        text.add("~IEA*1*").add(control).add("~");
        text.handOn();
    }

    /** The number of the latest document: BSN02 is {@code ASN-} and it. */
    synchronized int latestDocument() {
        return documents;
    }

    private void set(Text text, Farm farm, Subscription to, String control, int lots, Item item) throws IOException {
        int document = ++documents;
        int before = text.segments();
        text.add("ST*856*").add(control).add("~BSN*00*ASN-").add(document);
        text.add("*20260304*1430~HL*1**S~TD1*CTN25*").add(lots);
        text.add("~TD5**2*FRTL*M*FAIRVIEW FREIGHT LINES~REF*BM*BOL").add(document);
        text.add("~DTM*011*20260304*1430~N1*ST*NORTH VALLEY DISTRIBUTION*UL*").add(to.gln());
        text.add("~N3*4 DOCK STREET~N4*FAIRVIEW*CA*93001*US~N1*SF*GREEN HOLLOW FARM*UL*")
                .add(farm.gln());
        text.add("~N3*12 ORCHARD ROAD~N4*ORCHARD*CA*93002*US~HL*2*1*O~PRF*PO-").add(document);
        text.add("***20260228~");
        for (int i = 1; i <= lots; i++) {
            item(text, document, i, item);
        }
        text.add("CTT*").add(lots + 2).add("~");
        text.add("SE*").add(text.segments() - before + 1).add("*").add(control).add("~");
    }

    private void item(Text text, int document, int number, Item item) throws IOException {
        text.add("HL*").add(number + 2).add("*2*I~LIN*").add(number).add("*UK*");
        text.add(CheckDigit.after("1061414" + digits(6)));
        text.add("*LT*L").add(document).add("-").add(number).add(letters(1));
        text.add("~SN1**").add(random.nextInt(1, 481)).add("*CA~");
        if (item == Item.WORDY) {
            text.add("PID*F****ROMAINE HEARTS ").add(letters(40)).add(" TWELVE TRAYS OF THREE~");
            text.add("PID*F****FIELD ")
                    .add(letters(60))
                    .add("~MEA*PD*G*")
                    .add(random.nextInt(5, 95))
                    .add("*LB~");
            text.add("DTM*094*202602").add(random.nextInt(10, 29)).add("~");
        }
        text.add("DTM*036*202603").add(random.nextInt(10, 32)).add("~");
        if (item == Item.WORDY) {
            text.add("N1*MF*ORCHARD PACKERS ").add(letters(20)).add("~N3*").add(letters(30));
            text.add("~N4*ORCHARD*CA*93002*US~");
        }
    }

    private String digits(int count) {
        return some('0', 10, count);
    }

    private String letters(int count) {
        return some('A', 26, count);
    }

    private String some(char first, int different, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) (first + random.nextInt(different)));
        }
        return text.toString();
    }

    /** Text on its way to a stream, whose segments are counted. */
    private static final class Text {
        private final OutputStream out;
        private final StringBuilder waiting = new StringBuilder();
        private int segments;

        Text(OutputStream out) {
            this.out = out;
        }

        Text add(int number) throws IOException {
            return add(Integer.toString(number));
        }

        Text add(String text) throws IOException {
            for (int end = text.indexOf('~'); end >= 0; end = text.indexOf('~', end + 1)) {
                segments++;
            }
            waiting.append(text);
            if (waiting.length() >= HANDED_ON) {
                handOn();
            }
            return this;
        }

        int segments() {
            return segments;
        }

        void handOn() throws IOException {
            out.write(waiting.toString().getBytes(StandardCharsets.US_ASCII));
            waiting.setLength(0);
        }
    }
}
