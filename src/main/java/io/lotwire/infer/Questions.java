package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the files leave open. */
final class Questions {
    /** So many places are tried as lots, for each takes another reading. */
    private static final int TRIALS = 8;

    /** What events say of lots that only the partner can settle. */
    private static final Set<String> DOUBTS =
            Set.of("LOT_CONFLICT", "LOT_DOUBTFUL", "SSCC_INVALID", "GTIN_INVALID", "DATE_NOT_SPLIT", "DATE_INVALID");

    private static final String USUAL_KIND = "lot";

    private final Evidence evidence;
    private final Profiles profiles;
    private final Trial trial;
    private final List<Question> questions = new ArrayList<>();

    private Questions(Evidence evidence, Profiles profiles, Trial trial) {
        this.evidence = evidence;
        this.profiles = profiles;
        this.trial = trial;
    }

    static List<Question> of(Evidence evidence, Profiles profiles, Trial trial) throws IOException {
        Questions asked = new Questions(evidence, profiles, trial);
        asked.askOfEnvelopes();
        for (Documents documents : evidence.documents()) {
            asked.ask(documents);
        }
        return asked.questions;
    }

    private void askOfEnvelopes() {
        Envelopes envelopes = evidence.envelopes();
        askOfSenders(Syntax.X12, envelopes.x12Senders);
        askOfSenders(Syntax.EDIFACT, envelopes.edifactSenders);
        if (envelopes.x12Senders.isEmpty() && envelopes.edifactSenders.isEmpty()) {
            ask("No interchange was found: are these files X12 or EDIFACT?", null);
        }
        askOfReceivers();
        for (Tally.Entry test : envelopes.tests.entries()) {
            ask(
                    Words.share(test.times(), envelopes.interchanges(), "interchange")
                            + " say that they are tests; the gateway refuses those. Will production data have the same ids?",
                    test.first());
        }
        ask("Over which wire do they send, and over which do they hear from us? Fill in 'wires'.", null);
        ask("What does the company call itself? Fill in 'title', and 'gln' if it has one.", null);
        for (Problem problem : evidence.problems().stream()
                .filter(Problem::isError)
                .limit(TRIALS)
                .toList()) {
            ask("Why is this so? " + problem, null);
        }
    }

    private void askOfSenders(Syntax syntax, Tally senders) {
        List<Tally.Entry> all = senders.entries();
        for (Tally.Entry other : all.subList(Math.min(1, all.size()), all.size())) {
            ask(
                    "Are these files of one partner? The draft takes the most frequent " + syntax + " sender, '"
                            + all.get(0).key() + "', but "
                            + Words.share(other.times(), evidence.envelopes().interchanges(), "interchange")
                            + " are of '"
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
        for (Tally.Entry receiver : evidence.envelopes().receivers.entries()) {
            boolean isUs = profiles.self()
                    .map(Profile::identity)
                    .filter(us -> us.isAddress(Syntax.X12, receiver.qualifier(), receiver.id())
                            || us.isAddress(Syntax.EDIFACT, receiver.qualifier(), receiver.id()))
                    .isPresent();
            if (!isUs) {
                ask(
                        "They write to '" + receiver.key() + "' in "
                                + Words.share(
                                        receiver.times(), evidence.envelopes().interchanges(), "interchange")
                                + ", which is not our address in the owner's profile. Which is right?",
                        receiver.first());
            }
        }
    }

    private void ask(Documents documents) throws IOException {
        if (documents.mapping == null) {
            ask(
                    "There is no mapping for document " + documents.id + " (" + Words.count(documents.sets, "set")
                            + "), so it is left out. Does it state lots?",
                    documents.versions.entries().get(0).first());
            return;
        }
        documents.rejections.stream()
                .limit(TRIALS)
                .forEach(problem -> ask(
                        documents.id + ": a set is rejected. Can they mend it, or is the fault to be accepted? "
                                + problem,
                        null));
        for (Tally.Entry issue : documents.issues.entries()) {
            if (DOUBTS.contains(issue.key())) {
                ask(
                        documents.id + ": " + Words.count(issue.times(), "event") + " with " + issue.key() + ". "
                                + issue.values().get(0),
                        issue.first());
            }
        }
        askOfLots(documents);
        for (Tally.Entry date : documents.datesNotTaken.entries()) {
            List<String> expires = new ArrayList<>();
            documents
                    .mapping
                    .dates()
                    .getOrDefault(LotDate.EXPIRES, List.of())
                    .forEach(path -> expires.add(Words.quoted(path.toString())));
            expires.add(Words.quoted(date.key()));
            questions.add(new Question(
                    documents.id + ": what is the date at " + date.key() + ", in "
                            + Words.share(date.sets(), documents.read, "set")
                            + "? It is not taken. If it is an expiry date (or bestBefore, manufactured, packed, harvested):",
                    date.first(),
                    List.of("dates: { expires: [" + String.join(", ", expires) + "] }")));
        }
    }

    private void askOfLots(Documents documents) throws IOException {
        int without = documents.events - documents.lots;
        int asked = 0;
        for (Tally.Entry candidate : documents.candidates.entries()) {
            if (asked == TRIALS) {
                break;
            }
            int blank = candidate.key().lastIndexOf(' ');
            String place = candidate.key().substring(0, blank);
            String kind = candidate.key().substring(blank + 1);
            String entry = "{ code: " + Words.quoted(place) + ", kind: " + kind + " }";
            String override = "lots: { also: [" + entry + "] }";
            int lots = trial.lots(documents, override).orElse(documents.lots);
            boolean helps = lots > documents.lots;
            if (helps || !kind.equals(USUAL_KIND)) {
                asked++;
                questions.add(new Question(
                        documents.id + ": could " + place + " be a lot ("
                                + Words.some(candidate.values()) + ", " + Words.count(candidate.times(), "time")
                                + " in "
                                + Words.share(candidate.sets(), documents.read, "set") + ")? "
                                + (helps
                                        ? "Of " + Words.count(documents.events, "event") + " " + documents.lots
                                                + " have a lot; with it " + lots + " would."
                                        : "It stands beside the lot that is taken.")
                                + " If it is:",
                        candidate.first(),
                        List.of(override)));
            }
        }
        if (without > 0) {
            documents.spokenOf.entries().stream()
                    .limit(TRIALS)
                    .forEach(text -> ask(
                            documents.id + ": is this where a lot stands? " + text.key() + " speaks of one ("
                                    + Words.some(text.values()) + ", " + Words.count(text.times(), "time")
                                    + "). If it is, look there for lots: { code: \"" + text.key()
                                    + "\", cut: { after: \"what stands before it\" } }.",
                            text.first()));
            documents.issues.entries().stream()
                    .filter(issue -> issue.key().equals("LOT_MISSING"))
                    .forEach(issue -> ask(
                            documents.id + ": " + Words.share(without, documents.events, "event")
                                    + " have no lot. Are these goods without lots, or where does the lot stand?",
                            issue.first()));
        }
    }

    private void ask(String text, Sighting seen) {
        questions.add(Question.of(Words.line(text), seen));
    }
}
