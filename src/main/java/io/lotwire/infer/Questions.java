package io.lotwire.infer;

import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the files leave open, what matters most first. */
final class Questions {
    /** More of a kind would not be read. */
    private static final int MOST = 8;

    private Questions() {}

    static List<Question> of(Evidence evidence, Profiles profiles, Trial trial) throws IOException {
        List<Question> all = new ArrayList<>();
        for (Documents documents : evidence.documents()) {
            if (documents.mapping != null) {
                all.addAll(LotQuestions.of(documents, trial));
                all.addAll(GoodsQuestions.of(documents, trial));
                all.addAll(CodeQuestions.of(documents));
            } else if (!documents.withoutLots) {
                all.add(Question.of(
                        Matter.SAMPLES,
                        "There is no mapping for document " + documents.id + " (" + Words.count(documents.sets, "set")
                                + "), so it is left out. Does it state lots?",
                        documents.versions.entries().get(0).first()));
            }
            if (!documents.rejections.isEmpty()) {
                all.add(ofRejections(documents));
            }
        }
        evidence.problems().stream()
                .filter(Problem::isError)
                .limit(MOST)
                .forEach(problem -> all.add(Question.of(Matter.SAMPLES, "Why is this so? " + problem, null)));
        all.addAll(AddressQuestions.of(evidence.envelopes(), profiles));
        all.add(Question.of(
                Matter.AGREEMENTS,
                "Over which wire do they send, and over which do they hear from us? Fill in 'wires'.",
                null));
        all.add(Question.of(
                Matter.AGREEMENTS,
                "What does the company call itself? Fill in 'title', and 'gln' if it has one.",
                null));
        all.sort(Comparator.comparing(Question::matter));
        return all;
    }

    private static Question ofRejections(Documents documents) {
        String codes = documents.rejections.stream()
                .flatMap(rejection -> rejection.codes().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return Question.of(
                Matter.SAMPLES,
                documents.id + ": " + Words.shareIs(documents.rejections.size(), documents.sets, "set") + " rejected ("
                        + codes + "). Is it only so in samples, can they mend it, or is it to be accepted?",
                null);
    }
}
