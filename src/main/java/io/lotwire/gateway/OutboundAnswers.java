package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.ArchivedContent;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Writer;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Puts interchanges that answer an inbox row into the outbox, in the transaction that makes them due. */
final class OutboundAnswers {
    private static final Logger LOG = Logger.getLogger(OutboundAnswers.class);

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

    /** Takes control numbers for an answer to an interchange. */
    EnvelopeNumbers numbers(InterchangeHeader to) {
        return EnvelopeNumbers.next(tx, us, partner, usage(to));
    }

    /**
     * Keeps an answer.
     *
     * @param format {@code 997}, {@code 999}, {@code TA1} or {@code 824}
     * @param wire how it goes
     * @param to the interchange that it answers
     * @param part the part of that interchange that it is about, {@code ""} for all of it
     * @param groupControlNumber GS06 of the answer, {@code ""} when it has no group
     */
    void keep(
            String format,
            String wire,
            InterchangeHeader to,
            String part,
            EnvelopeNumbers numbers,
            String groupControlNumber,
            X12Writer writer)
            throws IOException {
        Written written = writer.end();
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
                                    Format.X12_856.mediaType(),
                                    name,
                                    MessageIds.next(),
                                    usage(to),
                                    numbers.interchangeControlNumber(),
                                    groupControlNumber));
        }
    }

    private static String usage(InterchangeHeader header) {
        return header.usage().equals("T") ? "T" : "P";
    }
}
