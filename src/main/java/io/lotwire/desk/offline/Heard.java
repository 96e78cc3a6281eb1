package io.lotwire.desk.offline;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What the sender of a file hears: interchanges, each with control number 1.
 *
 * @param acknowledgements TA1s, 997s, 999s and CONTRLs; empty when none is due
 * @param advice 824s; empty when none is due
 */
public record Heard(List<byte[]> acknowledgements, List<byte[]> advice) {
    /** Silence. */
    public static final Heard NOTHING = new Heard(List.of(), List.of());

    public Heard {
        acknowledgements = List.copyOf(acknowledgements);
        advice = List.copyOf(advice);
    }

    /** The acknowledgements, one after the other. */
    public byte[] acknowledgementBytes() {
        return joined(acknowledgements);
    }

    /** The 824s, one after the other. */
    public byte[] adviceBytes() {
        return joined(advice);
    }

    private static byte[] joined(List<byte[]> interchanges) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        interchanges.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
