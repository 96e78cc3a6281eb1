package io.lotwire.infer;

import io.lotwire.lot.LotDoubt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is open about the lots of one kind of document. */
final class LotQuestions {
    /** So many places are tried as lots, for each takes another reading. */
    private static final int TRIALS = 8;

    private static final int TEXTS = 3;
    private static final String USUAL_KIND = "lot";

    private final Documents documents;
    private final Trial trial;
    private final List<Question> questions = new ArrayList<>();

    private LotQuestions(Documents documents, Trial trial) {
        this.documents = documents;
        this.trial = trial;
    }

    static List<Question> of(Documents documents, Trial trial) throws IOException {
        LotQuestions asked = new LotQuestions(documents, trial);
        asked.askOfDoubtful();
        asked.askOfConflicts();
        asked.askOfCandidates();
        if (documents.eventsSeen > documents.lotsSeen) {
            asked.askOfTexts();
            asked.askOfMissing();
        }
        return asked.questions;
    }

    /** A lot that is the number of something else is asked about, and no evidence for its place. */
    private void askOfDoubtful() throws IOException {
        for (Tally.Entry place : documents.doubtfulLots.entries()) {
            String doubt = documents.doubts.entries().stream()
                    .filter(each -> each.key().equals(place.key()))
                    .map(each -> each.values().get(0))
                    .findFirst()
                    .orElse("");
            String override = "lots: { without: [" + Words.quoted(place.key()) + "] }";
            boolean isOfOthers = LotDoubt.of(place.values().get(0)).isPresent();
            boolean canBeLeftOut = isOfOthers && trial.lots(documents, override).isPresent();
            ask(
                    "what stands at " + place.key() + " (" + Words.some(place.values()) + ", "
                            + Words.count(place.times(), "time") + " in "
                            + Words.share(place.sets(), documents.seen, "set") + ")? " + doubt
                            + (canBeLeftOut ? " If no lot ever stands there:" : ""),
                    place.first(),
                    canBeLeftOut ? List.of(override) : List.of());
        }
    }

    private void askOfConflicts() {
        documents.issues.entries().stream()
                .filter(issue -> issue.key().equals("LOT_CONFLICT"))
                .forEach(issue -> ask(
                        "which lot is meant, in " + Words.count(issue.times(), "event") + "? "
                                + issue.values().get(0),
                        issue.first(),
                        List.of()));
    }

    private void askOfCandidates() throws IOException {
        if (documents.candidates.isEmpty()) {
            return;
        }
        int asked = 0;
        int before = trial.lots(documents, "lots: { also: [] }").orElse(documents.lotsSeen);
        for (Tally.Entry candidate : documents.candidates.entries()) {
            if (asked == TRIALS) {
                break;
            }
            int blank = candidate.key().lastIndexOf(' ');
            String place = candidate.key().substring(0, blank);
            String kind = candidate.key().substring(blank + 1);
            String override = "lots: { also: [{ code: " + Words.quoted(place) + ", kind: " + kind + " }] }";
            int lots = trial.lots(documents, override).orElse(before);
            boolean helps = lots > before;
            if (helps || !kind.equals(USUAL_KIND)) {
                asked++;
                ask(
                        "could " + place + " be a lot (" + Words.some(candidate.values()) + ", "
                                + Words.count(candidate.times(), "time") + " in "
                                + Words.share(candidate.sets(), documents.seen, "set") + ")? "
                                + (helps
                                        ? "Of " + Words.count(documents.eventsSeen, "event") + " " + before
                                                + (before == 1 ? " has" : " have") + " a lot; with it "
                                                + lots + " would."
                                        : "With it no more events would have one.")
                                + " If it is:",
                        candidate.first(),
                        List.of(override));
            }
        }
    }

    private void askOfTexts() {
        documents.spokenOf.entries().stream()
                .limit(TEXTS)
                .forEach(text -> ask(
                        "is this where a lot stands? " + text.key() + " speaks of one (" + Words.some(text.values())
                                + ", " + Words.count(text.times(), "time")
                                + "). If it is, look there for lots: { code: \"" + text.key()
                                + "\", cut: { after: \"what stands before it\" } }.",
                        text.first(),
                        List.of()));
    }

    private void askOfMissing() {
        documents.issues.entries().stream()
                .filter(issue -> issue.key().equals("LOT_MISSING"))
                .forEach(issue -> ask(
                        Words.share(issue.times(), documents.eventsSeen, "event")
                                + (issue.times() == 1 ? " has" : " have")
                                + " no lot. Are these goods without lots, or where does the lot stand?",
                        issue.first(),
                        List.of()));
    }

    private void ask(String text, Sighting seen, List<String> remedy) {
        questions.add(new Question(Matter.LOTS, documents.id + ": " + text, seen, remedy));
    }
}
