package io.lotwire.edi.read;

import java.nio.charset.StandardCharsets;

/** Tells from its first bytes what a file is that is neither X12 nor EDIFACT. */
final class ForeignFile {
    private static final byte[] ISA_IN_EBCDIC = {(byte) 0xC9, (byte) 0xE2, (byte) 0xC1};

    private ForeignFile() {}

    /** One sentence: what it seems to be, and what to send. */
    static String sentence(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        String trimmed = text.strip();
        if (trimmed.isEmpty() && first.length < 64) {
            return "The file is empty; send an interchange that begins with ISA, UNA or UNB.";
        }
        if (startsWith(first, ISA_IN_EBCDIC)) {
            return "The file is an interchange in EBCDIC; send it in ASCII or UTF-8.";
        }
        if (text.replace("\0", "").contains("ISA") && text.indexOf('\0') >= 0) {
            return "The file is an interchange in UTF-16; send it in ASCII or UTF-8.";
        }
        if (trimmed.startsWith("UNH") || trimmed.startsWith("UNG")) {
            return "The file has no interchange header; send it with UNB and UNZ around it.";
        }
        if (trimmed.startsWith("GS") || trimmed.startsWith("ST")) {
            return "The file has no interchange header; send it with ISA and IEA around it.";
        }
        if (trimmed.startsWith("ISA") || trimmed.startsWith("UNA") || trimmed.startsWith("UNB")) {
            boolean isa = trimmed.startsWith("ISA");
            return "The file begins with " + trimmed.substring(0, 3) + ", but after it comes "
                    + (trimmed.length() > 3 ? "'" + trimmed.charAt(3) + "'" : "nothing")
                    + ", which cannot separate " + (isa ? "elements" : "anything")
                    + "; send a character there that is no letter, digit or blank, such as "
                    + (isa ? "*." : trimmed.startsWith("UNA") ? ":." : "+.");
        }
        return "The file has neither ISA nor UNB, so it is no interchange in X12 or EDIFACT; send one.";
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
