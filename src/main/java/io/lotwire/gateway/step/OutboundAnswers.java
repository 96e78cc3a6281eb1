package io.lotwire.gateway.step;

import io.lotwire.desk.answer.AgreedAnswers;
import io.lotwire.desk.answer.Answer;
import io.lotwire.desk.answer.AnswerEnvelope;
import io.lotwire.desk.answer.Doubts;
import io.lotwire.desk.answer.Unanswered;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Written;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.ArchivedContent;
import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.problem.Problem;
import io.lotwire.wire.MessageIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts interchanges that answer an inbox row into the outbox, in the transaction that makes them due. */
final class OutboundAnswers {
    /** The media type of EDIFACT (RFC 1767). */
    private static final String EDIFACT = "application/edifact";

    private final LedgerTransaction tx;
    private final Archive archive;
    private final AgreedAnswers agreed;
    private final InboxRow inbox;
    private final List<Problem> unanswered = new ArrayList<>();

    OutboundAnswers(LedgerTransaction tx, Archive archive, AgreedAnswers agreed, InboxRow inbox) {
        this.tx = tx;
        this.archive = archive;
        this.agreed = agreed;
        this.inbox = inbox;
    }

    /** What was due and could not be written, so far: its sender hears nothing of it, so that somebody here must. */
    List<Problem> unanswered() {
        return unanswered;
    }

    /** Acknowledges an interchange as agreed; nothing where nothing is due. */
    List<DueDelivery> acknowledge(InterchangeSummary checked) throws IOException {
        InterchangeHeader header = checked.header();
        if (!agreed.arePossible(header)) {
            unanswered.add(Unanswered.withoutAddress(
                    inbox.fileName(), header, agreed.partner().name()));
            return List.of();
        }
        List<DueDelivery> due = new ArrayList<>();
        for (Answer answer : agreed.to(checked)) {
            keep(answer).ifPresent(due::add);
        }
        return due;
    }

    /** Tells what is wrong with a parked transaction set by an 824, where that is agreed; nothing where the fault is ours. */
    Optional<DueDelivery> advise(AcceptedDocument.OfInterchange document, Translation made) throws IOException {
        Optional<Answer> advice = agreed.about(
                document.set(),
                document.row().ordinal(),
                made.documentNumber(),
                made.problems(),
                Long.toString(document.row().id()));
        return advice.isPresent() ? keep(advice.get()) : Optional.empty();
    }

    /** Tells of what is doubtful about a transaction set that was taken, where that is agreed. */
    Optional<DueDelivery> adviseDoubts(AcceptedDocument.OfInterchange document, Translation made) throws IOException {
        Optional<Doubts> doubts = agreed.doubtsOf(document.set());
        if (doubts.isEmpty()) {
            return Optional.empty();
        }
        made.events().forEach(doubts.get()::add);
        doubts.get().add(made.problems());
        Optional<Answer> advice = agreed.about(
                document.set(),
                document.row().ordinal(),
                made.documentNumber(),
                doubts.get(),
                Long.toString(document.row().id()));
        return advice.isPresent() ? keep(advice.get()) : Optional.empty();
    }

    private Optional<DueDelivery> keep(Answer answer) throws IOException {
        Profile partner = agreed.partner();
        InterchangeHeader to = answer.to();
        EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, partner, to.syntax(), answer.usage(), answer.hasGroup());
        Written written = answer.write(
                AnswerEnvelope.between(agreed.us(), partner, answer, tx.now(), numbers.interchange(), numbers.group()));
        if (written instanceof Written.Refused refused) {
            unanswered.add(Unanswered.notWritten(inbox.fileName(), to, answer.format(), refused));
            return Optional.empty();
        }
        ArchivedContent content = archive.keep(((Written.Interchange) written).bytes());
        String of =
                "interchange " + to.controlNumber() + " at byte " + to.segment().offset() + answer.part();
        Optional<DueDelivery> delivery = tx.outbox()
                .add(NewDelivery.ofAcknowledgement(partner.name(), answer.format(), answer.wire(), inbox.id(), of));
        if (delivery.isPresent()) {
            String name = answer.format().toLowerCase(Locale.ROOT) + "-"
                    + to.controlNumber().replaceAll("[^A-Za-z0-9]", "") + "-"
                    + delivery.get().id() + ".edi";
            tx.outbox()
                    .written(
                            delivery.get().id(),
                            new WrittenDocument(
                                    content,
                                    to.syntax() == Syntax.X12 ? Format.X12_856.mediaType() : EDIFACT,
                                    name,
                                    MessageIds.next(),
                                    Optional.of(numbers.sent(answer.usage()))));
        }
        return delivery;
    }
}
