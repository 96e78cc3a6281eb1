package io.lotwire.edi.write;

import io.lotwire.edi.segment.Delimiters;
import java.time.LocalDateTime;

/**
 * What an interchange to be written says of itself.
 *
 * @param delimiters what separates its parts; ASCII characters
 * @param version ISA12, such as {@code 00401}; UNB01.1 and UNB01.2, such as {@code UNOC:3}
 * @param senderQualifier ISA05; UNB02.2
 * @param sender ISA06, at most 15 characters; UNB02.1, at most 35
 * @param receiverQualifier ISA07; UNB03.2
 * @param receiver ISA08, at most 15 characters; UNB03.1, at most 35
 * @param time date and time of writing (ISA09, ISA10, GS04, GS05, UNB04), in the zone that was agreed on
 * @param controlNumber ISA13 or UNB05, 1 to 999999999
 * @param acknowledgmentRequested ISA14: whether a TA1 is wanted; UNB09: a CONTRL
 * @param usage ISA15: {@code P} or {@code T}; UNB11 is 1 for {@code T}
 * @param lines whether each segment stands on a line of its own
 */
public record Envelope(
        Delimiters delimiters,
        String version,
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        LocalDateTime time,
        int controlNumber,
        boolean acknowledgmentRequested,
        String usage,
        boolean lines) {
    /** ISA11 is a repetition separator from this ISA12 on. */
    static final String REPEATING = "00402";

    /** The least ISA12 that we write. */
    private static final String EARLIEST = "00401";

    /** Separators that the usual delimiters leave free, the first one most used. */
    private static final String REPETITION_SEPARATORS = "^!|}";

    /** The same for groups of a version (GS08): ISA12 goes with it, and the delimiters with that. */
    public Envelope forVersion(String groupVersion) {
        String five = groupVersion.substring(0, 5);
        String interchangeVersion = five.compareTo(EARLIEST) < 0 ? EARLIEST : five;
        char repetition = interchangeVersion.compareTo(REPEATING) < 0
                ? Delimiters.NONE
                : delimiters.repetition() == Delimiters.NONE ? free() : delimiters.repetition();
        return new Envelope(
                new Delimiters(delimiters.element(), delimiters.component(), repetition, delimiters.segment()),
                interchangeVersion,
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                time,
                controlNumber,
                acknowledgmentRequested,
                usage,
                lines);
    }

    /** The same with a repetition separator where ISA12 asks for one. */
    public Envelope withRepetition() {
        return version.compareTo(REPEATING) >= 0 ? forVersion(version) : this;
    }

    private char free() {
        return (char) REPETITION_SEPARATORS
                .chars()
                .filter(c -> !delimiters.reserve((char) c))
                .findFirst()
                .orElseThrow();
    }
}
