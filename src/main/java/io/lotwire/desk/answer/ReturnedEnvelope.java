package io.lotwire.desk.answer;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Dialect;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import java.time.LocalDateTime;

/**
 * The envelope that goes back to whom an interchange names as its sender: in its own delimiters and version, and in the usual ones
 * where its own cannot be written.
 *
 * @param to the interchange that is answered
 * @param time when it is written
 */
record ReturnedEnvelope(InterchangeHeader to, LocalDateTime time) {
    /** ISA12 where the interchange's own is none. */
    private static final String X12_VERSION = "00401";

    /** UNB01 where the interchange's own is none. */
    private static final String EDIFACT_SYNTAX = "UNOC:3";

    /** GS02 and GS03 (elements 142 and 124) have two to 15 characters. */
    private static final int LEAST = 2;

    private static final int MOST = 15;

    /** The envelope of an answer without a group. */
    AnswerEnvelope withoutGroup() {
        return new AnswerEnvelope(interchange(), "", "", 0);
    }

    /** The envelope of an answer to a group. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // The answer goes from the receiver to the sender.
    AnswerEnvelope with(GroupHeader group) {
        return new AnswerEnvelope(
                interchange(),
                application(group.receiver(), to.receiver()),
                application(group.sender(), to.sender()),
                1);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // The answer goes from the receiver to the sender.
    private Envelope interchange() {
        boolean x12 = to.syntax() == Syntax.X12;
        String version = x12 ? x12Version() : syntaxFor(to);
        Envelope envelope = new Envelope(
                delimiters(version),
                version,
                to.receiverQualifier(),
                to.receiver(),
                to.senderQualifier(),
                to.sender(),
                time,
                1,
                false,
                to.usage().matches("[PTI]") ? to.usage() : "P",
                true);
        return x12 ? envelope.withRepetition() : envelope;
    }

    private String x12Version() {
        return to.version().matches("\\d{5}") ? to.version() : X12_VERSION;
    }

    /** UNB01 of an answer to an EDIFACT interchange: its own where that can be written, as {@code UNOC:3}. */
    static String syntaxFor(InterchangeHeader to) {
        String[] parts = to.version().split(":", 2);
        return parts.length > 1 && Dialect.knows(parts[0], parts[1]) ? to.version() : EDIFACT_SYNTAX;
    }

    private Delimiters delimiters(String version) {
        Delimiters own = to.delimiters();
        boolean sameVersion = version.equals(to.version());
        if (sameVersion && own.areWritable(to.syntax())) {
            return own;
        }
        return to.syntax() == Syntax.X12 ? Delimiters.USUAL : Delimiters.EDIFACT;
    }

    /**
     * A code of GS02 or GS03 as it can be sent: a blank fills up one that is too short (X12.6 keeps trailing blanks that the
     * least length asks for), and the interchange's own identifier stands for one that is not there or too long.
     */
    private static String application(String code, String interchange) {
        String sendable = code.isBlank() || code.length() > MOST ? interchange : code;
        return sendable.isBlank() ? sendable : sendable + " ".repeat(Math.max(LEAST - sendable.length(), 0));
    }
}
