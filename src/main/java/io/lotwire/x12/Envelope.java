package io.lotwire.x12;

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
        boolean lines) {}
