package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.ArchivedContent;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.Syntax;
import io.lotwire.x12.Written;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Puts interchanges that answer an inbox row into the outbox, in the transaction that makes them due. */
final class OutboundAnswers {
    private static final Logger LOG = Logger.getLogger(OutboundAnswers.class);

    /** The media type of EDIFACT (RFC 1767). */
    private static final String EDIFACT = "application/edifact";

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Profile us;
    private final Profile partner;
    private final InboxRow inbox;

    OutboundAnswers(LedgerTransaction tx, Archive archive, Profile us, Profile partner, InboxRow inbox) {
        this.tx = tx;
        this.archive = archive;
        this.us = us;
        this.partner = partner;
        this.inbox = inbox;
    }

    /** False when the partner or we have no address in the interchange's syntax: then nothing can be answered. */
    boolean canAnswer(InterchangeHeader to) {
        boolean can = us.identity().usedIn(to.usage()).hasAddress(to.syntax())
                && partner.identity().usedIn(to.usage()).hasAddress(to.syntax());
        if (!can) {
            LOG.warnf(
                    "%s hears nothing of interchange %s: give them and the owner an address in %s under 'identity'.",
                    partner.name(), to.controlNumber(), to.syntax());
        }
        return can;
    }

    /** Takes control numbers for an answer to an X12 interchange. */
    EnvelopeNumbers numbers(InterchangeHeader to) {
        return EnvelopeNumbers.next(tx, us, partner, usage(to));
    }

    /** The envelope, with a control number taken for it, of an answer to an EDIFACT interchange. */
    Envelope edifactEnvelope(InterchangeHeader to) {
        return EnvelopeNumbers.nextEdifact(tx, us, partner, usage(to), to.version());
    }

    /**
     * Keeps an answer.
     *
     * @param format {@code 997}, {@code 999}, {@code TA1}, {@code 824} or {@code CONTRL}
     * @param wire how it goes
     * @param to the interchange that it answers
     * @param part the part of that interchange that it is about, {@code ""} for all of it
     * @param controlNumber ISA13 or UNB05 of the answer
     * @param groupControlNumber GS06 of the answer, {@code ""} when it has no group
     * @param written the answer
     */
    void keep(
            String format,
            String wire,
            InterchangeHeader to,
            String part,
            String controlNumber,
            String groupControlNumber,
            Written written)
            throws IOException {
        if (written instanceof Written.Refused refused) {
            // Only addresses of the profiles could be at fault, and they are checked when they are read.
            LOG.errorf("The %s for %s cannot be written: %s", format, partner.name(), refused.problems());
            return;
        }
        ArchivedContent content = archive.keep(((Written.Interchange) written).bytes());
        String of =
                "interchange " + to.controlNumber() + " at byte " + to.segment().offset() + part;
        OptionalLong delivery =
                tx.outbox().add(NewDelivery.ofAcknowledgement(partner.name(), format, wire, inbox.id(), of));
        if (delivery.isPresent()) {
            String name = format.toLowerCase(Locale.ROOT) + "-"
                    + to.controlNumber().replaceAll("[^A-Za-z0-9]", "") + "-" + delivery.getAsLong() + ".edi";
            tx.outbox()
                    .written(
                            delivery.getAsLong(),
                            new WrittenDelivery(
                                    content,
                                    to.syntax() == Syntax.X12 ? Format.X12_856.mediaType() : EDIFACT,
                                    name,
                                    MessageIds.next(),
                                    usage(to),
                                    controlNumber,
                                    groupControlNumber));
        }
    }

    private static String usage(InterchangeHeader header) {
        return header.usage().equals("T") ? "T" : "P";
    }
}
