package io.lotwire.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a file something is. Parts that are not known are absent: {@code ""} for text, 0 for positions, -1 for the
 * offset.
 *
 * @param file name of the file as its user knows it
 * @param interchange interchange control number as sent (X12 ISA13)
 * @param group group control number as sent (X12 GS06)
 * @param transaction transaction set control number as sent (X12 ST02)
 * @param segment position of the segment in the file, counted from 1 (the first ISA is 1)
 * @param segmentId segment identifier as sent, such as {@code HL}
 * @param element element position in the segment, counted from 1
 * @param component component position in a composite element, counted from 1
 * @param repetition occurrence of a repeated element, counted from 1
 * @param offset byte offset in the file, counted from 0
 */
public record Place(
        String file,
        String interchange,
        String group,
        String transaction,
        int segment,
        String segmentId,
        int element,
        int component,
        int repetition,
        long offset) {

    /** A place of which only the file is known. */
    public static Place inFile(String file) {
        return new Place(file, "", "", "", 0, "", 0, 0, 0, -1);
    }

    /** The same place, in a file of this name. */
    public Place withFile(String name) {
        return new Place(
                name, interchange, group, transaction, segment, segmentId, element, component, repetition, offset);
    }

    /** The place in words: {@code asn.edi: transaction 0001, segment 13 (HL), element 2, byte 418}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!interchange.isEmpty() && transaction.isEmpty()) {
            parts.add("interchange " + interchange);
        }
        if (!transaction.isEmpty()) {
            parts.add("transaction " + transaction);
        }
        if (segment > 0) {
            parts.add("segment " + segment + (segmentId.isEmpty() ? "" : " (" + segmentId + ")"));
        }
        if (element > 0) {
            parts.add("element " + element + (component > 0 ? ", component " + component : ""));
        }
        if (repetition > 1) {
            parts.add("repetition " + repetition);
        }
        if (offset >= 0) {
            parts.add("byte " + offset);
        }
        String inFile = String.join(", ", parts);
        if (file.isEmpty()) {
            return inFile;
        }
        return inFile.isEmpty() ? file : file + ": " + inFile;
    }
}
