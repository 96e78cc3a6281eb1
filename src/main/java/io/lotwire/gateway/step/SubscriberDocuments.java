package io.lotwire.gateway.step;

import io.lotwire.compliance.NoticeCheck;
import io.lotwire.compliance.StatedMasterData;
import io.lotwire.compliance.Statement;
import io.lotwire.compliance.Terms;
import io.lotwire.document.DocumentNumbers;
import io.lotwire.document.DocumentOutcome;
import io.lotwire.document.Part;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DatabaseTrouble;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.WrittenBy;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import io.lotwire.wire.MessageIds;
import io.lotwire.wire.RootCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Writes documents for subscribers, in one transaction, which keeps their control numbers and their bytes together. */
final class SubscriberDocuments {
    private static final Logger LOG = Logger.getLogger(SubscriberDocuments.class);

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Rules rules;
    private final Profile us;

    /**
     * @param rules by which they are written
     * @param us our own profile of these rules
     */
    SubscriberDocuments(LedgerTransaction tx, Archive archive, Rules rules, Profile us) {
        this.tx = tx;
        this.archive = archive;
        this.rules = rules;
        this.us = us;
    }

    /**
     * What a document is made of, and what it is called by.
     *
     * @param choice which events of the set it has, and which of several documents it is
     * @param document of which kind the set is that they came with, such as {@code 856}
     * @param documentNumber the set's own number
     * @param delivery the delivery's number, or what stands for it
     */
    record Wanted(EventChoice choice, String document, String documentNumber, String delivery) {}

    /** What came of writing one. */
    sealed interface Outcome {
        /**
         * It is written and kept.
         *
         * @param problems what is doubtful
         */
        record Written(WrittenDocument document, WrittenBy by, List<Problem> problems) implements Outcome {}

        /**
         * It cannot be written, and took no control numbers.
         *
         * @param cause why
         * @param problems each reason
         */
        record Refused(Cause cause, List<Problem> problems) implements Outcome {}
    }

    /**
     * Writes one.
     *
     * @param partner the subscriber's profile
     * @throws IOException when the archive cannot be written, or the events cannot be read
     */
    Outcome write(EventSource events, Profile partner, Subscription subscription, Wanted wanted) throws IOException {
        List<String> lacking = lacking(events, subscription);
        if (!lacking.isEmpty() && subscription.complete().missing() == Completeness.Missing.PARK) {
            return new Outcome.Refused(new Cause(CauseCode.KEY_DATA_MISSING, sentence(lacking)), List.of());
        }
        try (Archive.Draft draft = archive.draft()) {
            // A document that is refused takes no control numbers: a gap would alarm the partner.
            Made made = tx.controlNumbers()
                    .keepingOnly(each -> each.outcome() instanceof DocumentOutcome.Document, () -> {
                        Optional<EnvelopeNumbers> taken = numbers(partner, subscription);
                        DocumentNumbers numbers = new DocumentNumbers(
                                taken.map(EnvelopeNumbers::interchange).orElse(0),
                                taken.map(EnvelopeNumbers::group).orElse(0),
                                new Part(wanted.choice().part(), wanted.choice().of())
                                        .numbered(wanted.documentNumber()));
                        try {
                            DocumentOutcome outcome = rules.documents()
                                    .write(events, us, partner, subscription, numbers, tx.now(), draft);
                            return new Made(outcome, taken, numbers.document());
                        } catch (IOException notWritten) {
                            throw new UncheckedIOException(notWritten);
                        }
                    });
            List<Problem> problems = new ArrayList<>(made.outcome().problems());
            lacking.forEach(line -> problems.add(
                    Problem.warning(Fault.KEY_DATA_MISSING, Place.inFile(wanted.document()), "It lacks: " + line)));
            return made.outcome() instanceof DocumentOutcome.Document
                    ? new Outcome.Written(
                            document(draft.keep(), made, subscription, wanted), by(partner, subscription), problems)
                    : unwritable(reasons(problems), problems);
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        } catch (RuntimeException defect) {
            if (DatabaseTrouble.isOfDatabase(defect)) {
                throw defect;
            }
            // It would fail again each time: this one waits for a person, the others go on.
            LOG.errorf(
                    defect,
                    "A document for %s, subscription %s, cannot be written",
                    partner.name(),
                    subscription.name());
            return unwritable(RootCause.sentence(defect), List.of());
        }
    }

    private static Outcome unwritable(String why, List<Problem> problems) {
        return new Outcome.Refused(
                new Cause(CauseCode.DOCUMENT_UNWRITABLE, "The document cannot be written: " + why), problems);
    }

    /** What is doubtful about a document that is written. */
    private enum Fault implements ProblemCode {
        KEY_DATA_MISSING
    }

    /** The key data elements that the events do not tell and the customer asks for, a line each. */
    private List<String> lacking(EventSource events, Subscription subscription) throws IOException {
        return subscription.complete() == null
                ? List.of()
                : NoticeCheck.missing(
                        events,
                        subscription.complete(),
                        new Statement.Context(Terms.of(rules.profiles()), new StatedMasterData()));
    }

    private static String sentence(List<String> lacking) {
        return "It lacks key data elements that the customer asks for:\n- " + String.join("\n- ", lacking)
                + "\nAdd them where the documents come from, or change 'complete' of the subscription.";
    }

    /** A document, the control numbers of its envelope where it has one, and its own number. */
    private record Made(DocumentOutcome outcome, Optional<EnvelopeNumbers> envelope, String number) {}

    /** Whether its documents have control numbers of ours. */
    static boolean isNumbered(Subscription subscription) {
        return subscription.send().format().syntax().isPresent();
    }

    private Optional<EnvelopeNumbers> numbers(Profile partner, Subscription subscription) {
        return subscription
                .send()
                .format()
                .syntax()
                .map(syntax -> EnvelopeNumbers.next(tx, partner, syntax, subscription.usage(), syntax == Syntax.X12));
    }

    private static WrittenDocument document(KeptContent content, Made made, Subscription subscription, Wanted wanted) {
        return new WrittenDocument(
                content,
                subscription.send().format().mediaType(),
                subscription.fileName().fill(wanted.document(), made.number(), wanted.delivery()),
                MessageIds.next(),
                made.envelope().map(numbers -> numbers.sent(subscription.usage())));
    }

    private WrittenBy by(Profile partner, Subscription subscription) {
        return new WrittenBy(
                Rules.definition(partner),
                rules.documents().edition(subscription.send()).map(Rules::definition));
    }

    /** All of them, a sentence each. */
    private static String reasons(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
