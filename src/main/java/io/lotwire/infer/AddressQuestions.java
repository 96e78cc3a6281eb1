package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.util.ArrayList;
import java.util.List;

/** What the envelopes leave open: whose the files are, and for whom. */
final class AddressQuestions {
    /** More of a kind would not be read. */
    private static final int MOST = 3;

    private final Envelopes envelopes;
    private final Profiles profiles;
    private final List<Question> questions = new ArrayList<>();

    private AddressQuestions(Envelopes envelopes, Profiles profiles) {
        this.envelopes = envelopes;
        this.profiles = profiles;
    }

    static List<Question> of(Envelopes envelopes, Profiles profiles) {
        AddressQuestions asked = new AddressQuestions(envelopes, profiles);
        asked.askOfSenders(Syntax.X12, envelopes.x12Senders);
        asked.askOfSenders(Syntax.EDIFACT, envelopes.edifactSenders);
        if (envelopes.x12Senders.isEmpty() && envelopes.edifactSenders.isEmpty()) {
            asked.ask("No interchange was found: are these files X12 or EDIFACT?", null);
        }
        asked.askOfReceivers();
        for (Tally.Entry test : envelopes.tests.entries()) {
            asked.ask(
                    Words.share(test.times(), envelopes.interchanges(), "interchange")
                            + (test.times() == 1 ? " says that it is a test" : " say that they are tests")
                            + "; the gateway refuses those. Will production data have the same ids?",
                    test.first());
        }
        return asked.questions;
    }

    private void askOfSenders(Syntax syntax, Tally senders) {
        List<Tally.Entry> all = senders.entries();
        for (Tally.Entry other : all.subList(Math.min(1, all.size()), Math.min(1 + MOST, all.size()))) {
            ask(
                    "Are these files of one partner? The draft takes the most frequent " + syntax + " sender, '"
                            + all.get(0).key() + "', but "
                            + Words.shareIs(other.times(), envelopes.interchanges(), "interchange") + " of '"
                            + other.key() + "'.",
                    other.first());
        }
        all.stream()
                .limit(1)
                .filter(sender -> !Addresses.fits(syntax, sender))
                .forEach(sender -> ask(
                        "The sender's address '" + sender.key() + "' is none that " + syntax
                                + " allows, so the draft has none. What is the right one?",
                        sender.first()));
        all.stream().limit(1).forEach(sender -> profiles.good().stream()
                .filter(profile -> profile.identity().isAddress(syntax, sender.qualifier(), sender.id()))
                .forEach(profile -> ask(
                        "Is this the partner whose profile is '" + profile.name()
                                + "'? It has the same address, and no two profiles may.",
                        sender.first())));
    }

    private void askOfReceivers() {
        for (Tally.Entry receiver :
                envelopes.receivers.entries().stream().limit(MOST).toList()) {
            boolean isUs = profiles.self()
                    .map(Profile::identity)
                    .filter(us -> us.isAddress(Syntax.X12, receiver.qualifier(), receiver.id())
                            || us.isAddress(Syntax.EDIFACT, receiver.qualifier(), receiver.id()))
                    .isPresent();
            if (!isUs) {
                ask(
                        "They write to '" + receiver.key() + "' in "
                                + Words.share(receiver.times(), envelopes.interchanges(), "interchange")
                                + ", which is not our address in the owner's profile. Which is right?",
                        receiver.first());
            }
        }
    }

    private void ask(String text, Sighting seen) {
        questions.add(Question.of(Matter.ADDRESSES, text, seen));
    }
}
