package io.lotwire.gateway.step;

import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.ApplicationAdvice;
import io.lotwire.edi.acknowledgement.GroupAcknowledgement;
import io.lotwire.edi.acknowledgement.TextMessage;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.PartnersAnswers.Effect;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What a partner says of what we sent: 997, 999, TA1 and CONTRL move the delivery on and are never answered; an 824 or
 * APERAK moves it on too, and an 864 is for people.
 */
final class InboundAnswers {
    private static final Logger LOG = Logger.getLogger(InboundAnswers.class);

    private final LedgerTransaction tx;
    private final Profile partner;
    private final String usage;

    /**
     * @param partner who speaks
     * @param usage ISA15 of their interchange: a test is not about production
     */
    InboundAnswers(LedgerTransaction tx, Profile partner, String usage) {
        this.tx = tx;
        this.partner = partner;
        this.usage = usage;
    }

    /** Hears what an interchange says in its TA1s, 997s, 999s and CONTRLs. */
    void hear(InterchangeInFile interchange) {
        interchange.summary().acknowledgements().forEach(this::hear);
        interchange.acknowledgements().forEach(this::hear);
    }

    /**
     * Hears an 824, APERAK or 864.
     *
     * @param ordinal its position in the file
     * @return what a person has to read, at the message's place; nothing when it is heard
     */
    List<Problem> hearMessage(SetSummary set, int ordinal, InterchangeInFile interchange) {
        List<Problem> toRead = new ArrayList<>();
        interchange.advice().getOrDefault(ordinal, List.of()).forEach(advice -> hear(set.id(), advice)
                .ifPresent(words -> toRead.add(Problem.warning(
                        MessageFault.ADVICE_ABOUT_NOTHING_OF_OURS,
                        set.place(),
                        partner.name() + " speaks of " + subject(advice) + ", which we did not send (" + words
                                + "): ask them what they mean."))));
        TextMessage text = interchange.texts().get(ordinal);
        if (text != null) {
            toRead.add(Problem.warning(
                    MessageFault.TEXT_TO_READ,
                    set.place(),
                    partner.name() + " writes" + (text.subject().isEmpty() ? "" : " about '" + text.subject() + "'")
                            + ": " + text.text()));
        } else if (!interchange.advice().containsKey(ordinal)) {
            toRead.add(Problem.warning(
                    MessageFault.ADVICE_ABOUT_NOTHING_OF_OURS,
                    set.place(),
                    "This " + set.id() + " names nothing (no OTI): ask " + partner.name() + " what they mean."));
        }
        return toRead;
    }

    private void hear(InterchangeAcknowledgement ta1) {
        String words = words("TA1", ta1.verdict())
                + (ta1.noteCode().equals("000") || ta1.noteCode().isEmpty() ? "" : ", note " + ta1.noteCode());
        Effect effect = ta1.verdict() == Verdict.REJECTED ? Effect.REJECTED : Effect.RECEIVED;
        warnIfUnknown(
                "interchange",
                ta1.controlNumber(),
                words,
                tx.answers().aboutInterchange(partner.name(), usage, ta1.controlNumber(), effect, words));
    }

    private void hear(GroupAcknowledgement heard) {
        String words = words(heard.kind().set(), heard.verdict());
        String number = heard.controlNumber();
        Effect effect = effect(heard.verdict());
        if (heard.kind() == AcknowledgementKind.SYNTAX_REPORT) {
            warnIfUnknown(
                    "interchange",
                    number,
                    words,
                    tx.answers().aboutInterchange(partner.name(), usage, number, effect, words));
        } else {
            warnIfUnknown(
                    "group", number, words, tx.answers().aboutGroup(partner.name(), usage, number, effect, words));
        }
    }

    /** What it says, when it speaks of nothing that we know. */
    private Optional<String> hear(String set, ApplicationAdvice advice) {
        String words = words(set, advice.verdict())
                + advice.reasons().stream()
                        .map(reason -> "; " + (reason.code() + " " + reason.text()).strip())
                        .collect(Collectors.joining());
        boolean known = set.equals(ApplicationAdvice.MESSAGE)
                ? aboutMessage(advice, words)
                : tx.answers().aboutGroup(partner.name(), usage, advice.group(), effect(advice.verdict()), words);
        return known ? Optional.empty() : Optional.of(words);
    }

    /** An APERAK names the document, or the interchange that it came in. */
    private boolean aboutMessage(ApplicationAdvice advice, String words) {
        Effect effect = effect(advice.verdict());
        String reference = advice.reference();
        return !reference.isEmpty()
                && (tx.answers().aboutMessage(partner.name(), usage, reference, effect, words)
                        || tx.answers().aboutInterchange(partner.name(), usage, reference, effect, words));
    }

    private static String subject(ApplicationAdvice advice) {
        if (!advice.group().isEmpty()) {
            return "group '" + advice.group() + "'";
        }
        return advice.reference().isEmpty() ? "something unnamed" : "document '" + advice.reference() + "'";
    }

    private void warnIfUnknown(String what, String number, String words, boolean known) {
        if (!known) {
            LOG.warnf("%s speaks of %s '%s', which we did not send: %s", partner.name(), what, number, words);
        }
    }

    private static Effect effect(Verdict verdict) {
        return verdict == Verdict.REJECTED || verdict == Verdict.PARTLY_ACCEPTED ? Effect.REJECTED : Effect.ACCEPTED;
    }

    private static String words(String set, Verdict verdict) {
        return set + ": " + verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
