package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.ArchivedContent;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.x12.Acknowledgements;
import io.lotwire.x12.GroupSummary;
import io.lotwire.x12.InterchangeAcknowledgement;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Writer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Writes what is due in answer to an interchange, 997 and TA1, into the outbox, in the transaction that read it. */
final class OutboundAcknowledgements {
    private static final Logger LOG = Logger.getLogger(OutboundAcknowledgements.class);

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Profile us;
    private final Profile partner;
    private final InboxRow inbox;

    OutboundAcknowledgements(LedgerTransaction tx, Archive archive, Profile us, Profile partner, InboxRow inbox) {
        this.tx = tx;
        this.archive = archive;
        this.us = us;
        this.partner = partner;
        this.inbox = inbox;
    }

    /** Writes them; nothing where nothing is due. */
    void write(InterchangeSummary interchange) throws IOException {
        List<GroupSummary> groups = Acknowledgements.due(interchange).stream()
                .filter(this::isAgreed)
                .toList();
        if (!groups.isEmpty()) {
            writeGroups(interchange, groups);
        }
        InterchangeAcknowledgement ta1 =
                Acknowledgements.interchange(interchange, false).orElse(null);
        if (ta1 != null) {
            EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, us, partner, usage(interchange));
            X12Writer writer = new X12Writer(numbers.envelope());
            Acknowledgements.writeInterchange(writer, ta1);
            keep("TA1", inbox.wire(), interchange, numbers, "", writer);
        }
    }

    private void writeGroups(InterchangeSummary interchange, List<GroupSummary> groups) throws IOException {
        EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, us, partner, usage(interchange));
        X12Writer writer = new X12Writer(numbers.envelope());
        writer.group(
                "FA",
                numbers.sender(),
                numbers.receiver(),
                numbers.group(),
                groups.get(0).header().version());
        for (int i = 0; i < groups.size(); i++) {
            Acknowledgements.writeGroup(writer, groups.get(i), String.format(Locale.ROOT, "%04d", i + 1));
        }
        keep("997", wire(groups), interchange, numbers, Integer.toString(numbers.group()), writer);
    }

    /** A document that the profile does not list is acknowledged (refused) too: its sender must hear of it. */
    private boolean isAgreed(GroupSummary group) {
        return group.sets().stream().allMatch(set -> partner.receives(set.id())
                .map(inbound -> inbound.acknowledgement() != null)
                .orElse(true));
    }

    private String wire(List<GroupSummary> groups) {
        return groups.stream()
                .flatMap(group -> group.sets().stream())
                .flatMap(set -> partner.receives(set.id()).stream())
                .filter(inbound -> inbound.acknowledgement() != null)
                .map(inbound -> inbound.acknowledgement().over().word())
                .findFirst()
                .orElse(inbox.wire());
    }

    private void keep(
            String format,
            String wire,
            InterchangeSummary interchange,
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
        String of = "interchange " + interchange.header().controlNumber() + " at byte "
                + interchange.header().segment().offset();
        OptionalLong delivery =
                tx.outbox().add(NewDelivery.ofAcknowledgement(partner.name(), format, wire, inbox.id(), of));
        if (delivery.isPresent()) {
            String name = format.toLowerCase(Locale.ROOT) + "-"
                    + interchange.header().controlNumber().replaceAll("[^A-Za-z0-9]", "") + "-" + delivery.getAsLong()
                    + ".edi";
            tx.outbox()
                    .written(
                            delivery.getAsLong(),
                            new WrittenDelivery(
                                    content,
                                    Format.X12_856.mediaType(),
                                    name,
                                    MessageIds.next(),
                                    usage(interchange),
                                    numbers.interchangeControlNumber(),
                                    groupControlNumber));
        }
    }

    private static String usage(InterchangeSummary interchange) {
        return interchange.header().usage().equals("T") ? "T" : "P";
    }
}
