package io.lotwire.gateway.step;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.step.SubscriberDocuments.Outcome;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NoticeToWrite;
import io.lotwire.ledger.WrittenBy;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Profile;
import io.lotwire.partner.RecallNotices;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.problem.Problem;
import io.lotwire.recall.AdviceNotice;
import io.lotwire.recall.Recalls;
import io.lotwire.recall.Telling;
import io.lotwire.recall.TextNotice;
import io.lotwire.wire.MessageIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes notices of recalls in the format of who gets them, in one transaction, from what was known when the recall was opened. */
final class RecallNoticeWriting {
    private static final String AGAIN = ", then release this delivery (lotwire parked release).";

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Rules rules;

    RecallNoticeWriting(LedgerTransaction tx, Archive archive, Rules rules) {
        this.tx = tx;
        this.archive = archive;
        this.rules = rules;
    }

    /** What came of writing one. */
    sealed interface Result {
        /** It is written and kept. */
        record Done(WrittenDelivery delivery, List<Problem> problems) implements Result {}

        /** It cannot be written, and took no control numbers. */
        record Refused(Cause cause) implements Result {}
    }

    /** Writes one. */
    Result write(NoticeToWrite delivery) throws IOException {
        Optional<Profile> us = rules.profiles().self();
        Optional<Profile> partner = rules.profiles().byName(delivery.partner());
        Optional<RecallNotices> way =
                partner.map(Profile::recall).filter(agreed -> agreed.as().word().equals(delivery.format()));
        if (us.isEmpty() || way.isEmpty()) {
            return refused(
                    CauseCode.SUBSCRIPTION_MISSING,
                    "The profile of '" + delivery.partner() + "' has no 'recall' in the format " + delivery.format()
                            + ": add it there" + AGAIN);
        }
        Recalls recalls = new Recalls(tx);
        Telling telling = recalls.telling(delivery.id());
        EventSource goods = recalls.goods(telling.notice());
        String usage = telling.drill() ? Identity.TEST : Identity.PRODUCTION;
        Optional<Subscription> subscription = way.get().asSubscription(usage);
        return subscription.isPresent()
                ? events(delivery, us.get(), partner.get(), subscription.get(), telling, goods)
                : x12(delivery, us.get(), partner.get(), way.get().as(), usage, telling, goods);
    }

    private Result events(
            NoticeToWrite delivery,
            Profile us,
            Profile partner,
            Subscription subscription,
            Telling telling,
            EventSource goods)
            throws IOException {
        SubscriberDocuments.Wanted wanted = new SubscriberDocuments.Wanted(
                EventChoice.all(goods.count()), RecallNotices.NAME, telling.number(), Long.toString(delivery.id()));
        Outcome outcome = new SubscriberDocuments(tx, archive, rules, us).write(goods, partner, subscription, wanted);
        if (outcome instanceof Outcome.Refused refused) {
            return new Result.Refused(refused.cause());
        }
        Outcome.Written written = (Outcome.Written) outcome;
        return new Result.Done(
                new WrittenDelivery(delivery.id(), written.document(), written.by()), written.problems());
    }

    private record Made(EnvelopeNumbers numbers, Written written) {}

    private Result x12(
            NoticeToWrite delivery,
            Profile us,
            Profile partner,
            RecallNotices.As as,
            String usage,
            Telling telling,
            EventSource goods)
            throws IOException {
        if (!us.identity().hasAddress(Syntax.X12) || !partner.identity().hasAddress(Syntax.X12)) {
            return refused(
                    CauseCode.DOCUMENT_UNWRITABLE,
                    "The owner's profile and the partner's both need an address under 'identity.x12': add it" + AGAIN);
        }
        Correspondence between = new Correspondence(us.identity(), partner.identity(), usage);
        Made made = tx.controlNumbers().keepingOnly(each -> each.written() instanceof Written.Interchange, () -> {
            EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, partner, Syntax.X12, usage, true);
            try {
                Envelope envelope = between.x12(Delimiters.USUAL, tx.now(), numbers.interchange());
                String sender = between.from().x12().application();
                String receiver = between.to().x12().application();
                return new Made(
                        numbers,
                        as == RecallNotices.As.X12_824
                                ? new AdviceNotice(telling, us, partner)
                                        .write(goods, envelope, sender, receiver, numbers.group())
                                : new TextNotice(telling, us, partner)
                                        .write(goods, envelope, sender, receiver, numbers.group()));
            } catch (IOException notRead) {
                throw new UncheckedIOException(notRead);
            }
        });
        if (made.written() instanceof Written.Refused refused) {
            return refused(
                    CauseCode.DOCUMENT_UNWRITABLE,
                    "The document cannot be written: "
                            + refused.problems().stream()
                                    .map(Problem::message)
                                    .distinct()
                                    .collect(Collectors.joining(" ")));
        }
        WrittenDocument document = new WrittenDocument(
                archive.keep(((Written.Interchange) made.written()).bytes()),
                Format.X12_856.mediaType(),
                RecallNotices.fileName(usage, Format.X12_856.extension())
                        .fill(RecallNotices.NAME, telling.number(), Long.toString(delivery.id())),
                MessageIds.next(),
                Optional.of(made.numbers().sent(usage)));
        return new Result.Done(
                new WrittenDelivery(
                        delivery.id(), document, new WrittenBy(Rules.definition(partner), Optional.empty())),
                List.of());
    }

    private static Result refused(CauseCode code, String sentence) {
        return new Result.Refused(new Cause(code, sentence));
    }
}
