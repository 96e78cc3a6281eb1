package io.lotwire.partner;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Who writes to whom: the addresses of the interchanges between them, in production or in tests.
 *
 * @param from who writes
 * @param to who reads
 * @param usage ISA15: {@code P} or {@code T}; UNB11 is 1 for {@code T}
 */
public record Correspondence(Identity from, Identity to, String usage) {
    /** The ISA12 that X12 begins with where nothing newer is agreed on. */
    private static final String X12_VERSION = "00401";

    public Correspondence {
        from = from.usedIn(usage);
        to = to.usedIn(usage);
    }

    /**
     * The envelope of an X12 interchange of version 00401. Both must have an address in X12.
     *
     * @param written when it is written; told in UTC
     * @param controlNumber ISA13
     */
    public Envelope x12(Delimiters delimiters, Instant written, int controlNumber) {
        return envelope(
                delimiters,
                X12_VERSION,
                from.x12().qualifier(),
                from.x12().id(),
                to.x12().qualifier(),
                to.x12().id(),
                written,
                controlNumber);
    }

    /**
     * The envelope of an EDIFACT interchange. Both must have an address in EDIFACT.
     *
     * @param syntax UNB01.1 and UNB01.2, such as {@code UNOC:3}
     * @param written when it is written; told in UTC
     * @param controlNumber UNB05
     */
    public Envelope edifact(Delimiters delimiters, String syntax, Instant written, int controlNumber) {
        return envelope(
                delimiters,
                syntax,
                from.edifact().qualifier(),
                from.edifact().id(),
                to.edifact().qualifier(),
                to.edifact().id(),
                written,
                controlNumber);
    }

    private Envelope envelope(
            Delimiters delimiters,
            String version,
            String fromQualifier,
            String fromId,
            String toQualifier,
            String toId,
            Instant written,
            int controlNumber) {
        LocalDateTime time = LocalDateTime.ofInstant(written, ZoneOffset.UTC);
        return new Envelope(
                delimiters, version, fromQualifier, fromId, toQualifier, toId, time, controlNumber, false, usage, true);
    }
}
