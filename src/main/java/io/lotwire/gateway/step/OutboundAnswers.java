package io.lotwire.gateway.step;

import io.lotwire.desk.Outcome;
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
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.problem.Problem;
import io.lotwire.wire.MessageIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes interchanges that answer an inbox row, with control numbers of the transaction that makes them due. */
final class OutboundAnswers {
    /** The media type of EDIFACT (RFC 1767). */
    private static final String EDIFACT = "application/edifact";

    private final LedgerTransaction tx;
    private final Archive archive;
    private final AgreedAnswers agreed;
    private final InboxRow inbox;
    private final List<NewDelivery> due = new ArrayList<>();
    private final List<Problem> unanswered = new ArrayList<>();

    OutboundAnswers(LedgerTransaction tx, Archive archive, AgreedAnswers agreed, InboxRow inbox) {
        this.tx = tx;
        this.archive = archive;
        this.agreed = agreed;
        this.inbox = inbox;
    }

    /** What is to be sent, so far. */
    List<NewDelivery> due() {
        return due;
    }

    /** What was due and could not be written, so far: its sender hears nothing of it, so that somebody here must. */
    List<Problem> unanswered() {
        return unanswered;
    }

    /** Acknowledges an interchange as agreed. */
    void acknowledge(InterchangeSummary checked) throws IOException {
        InterchangeHeader header = checked.header();
        if (!agreed.arePossible(header)) {
            unanswered.add(Unanswered.withoutAddress(
                    inbox.fileName(), header, agreed.partner().name()));
            return;
        }
        for (Answer answer : agreed.to(checked)) {
            write(answer);
        }
    }

    /**
     * Tells what is wrong with a parked transaction set by an 824, where that is agreed and the fault is not ours.
     *
     * @param setId the set's number in the ledger, which becomes the 824's own
     */
    void advise(AcceptedDocument.OfInterchange document, long setId, Outcome made) throws IOException {
        Optional<Answer> advice = agreed.about(
                document.set(), document.ordinal(), made.documentNumber(), made.problems(), Long.toString(setId));
        if (advice.isPresent()) {
            write(advice.get());
        }
    }

    /** Tells of what is doubtful about a transaction set that was taken, where that is agreed; see {@link #advise}. */
    void adviseDoubts(AcceptedDocument.OfInterchange document, long setId, Outcome made, EventSource events)
            throws IOException {
        Optional<Doubts> doubts = agreed.doubtsOf(document.set());
        if (doubts.isEmpty()) {
            return;
        }
        events.forEach(doubts.get()::add);
        doubts.get().add(made.problems());
        Optional<Answer> advice = agreed.about(
                document.set(), document.ordinal(), made.documentNumber(), doubts.get(), Long.toString(setId));
        if (advice.isPresent()) {
            write(advice.get());
        }
    }

    private void write(Answer answer) throws IOException {
        Profile partner = agreed.partner();
        InterchangeHeader to = answer.to();
        // One that cannot be written takes no control numbers: a gap would alarm the partner.
        Made made = tx.controlNumbers().keepingOnly(each -> each.written() instanceof Written.Interchange, () -> {
            EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, partner, to.syntax(), answer.usage(), answer.hasGroup());
            return new Made(
                    numbers,
                    answer.write(AnswerEnvelope.between(
                            agreed.us(), partner, answer, tx.now(), numbers.interchange(), numbers.group())));
        });
        if (made.written() instanceof Written.Refused refused) {
            unanswered.add(Unanswered.notWritten(inbox.fileName(), to, answer.format(), refused));
            return;
        }
        String of =
                "interchange " + to.controlNumber() + " at byte " + to.segment().offset() + answer.part();
        String name = answer.format().toLowerCase(Locale.ROOT) + "-" + lettersAndDigits(to.controlNumber()) + "-"
                + NewDelivery.NUMBER + ".edi";
        WrittenDocument document = new WrittenDocument(
                archive.keep(((Written.Interchange) made.written()).bytes()),
                to.syntax() == Syntax.X12 ? Format.X12_856.mediaType() : EDIFACT,
                name,
                MessageIds.next(),
                Optional.of(made.numbers().sent(answer.usage())));
        due.add(NewDelivery.ofAcknowledgement(
                partner.name(), answer.format(), answer.wire(), inbox.id(), of, document));
    }

    private record Made(EnvelopeNumbers numbers, Written written) {}

    private static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars()
                .filter(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
