package io.lotwire.infer;

import java.util.ArrayList;
import java.util.List;

/** What is open about the codes of one kind of document: what became of goods, and what the document means to do. */
final class CodeQuestions {
    private CodeQuestions() {}

    static List<Question> of(Documents documents) {
        List<Question> questions = new ArrayList<>();
        for (Tally.Entry reason : documents.reasons.entries()) {
            int colon = reason.key().indexOf(": ");
            String list = reason.key().substring(0, colon);
            String code = reason.key().substring(colon + 2);
            questions.add(new Question(
                    Matter.CODES,
                    documents.id + ": what does the code '" + code + "' of " + list + " say of goods ("
                            + Words.count(reason.times(), "event") + " in "
                            + Words.share(reason.sets(), documents.seen, "set")
                            + ")? It is told without words. In words, and with a condition (held, damaged ...) if it says one:",
                    reason.first(),
                    List.of("meanings: { " + Words.quoted(list) + ": { " + Words.quoted(code)
                            + ": { says: \"what they call it\" } } }")));
        }
        documents.warnings.entries().stream()
                .filter(warning -> warning.key().equals("PURPOSE_UNKNOWN"))
                .forEach(warning -> questions.add(Question.of(
                        Matter.CODES,
                        documents.id + ": what is meant, in "
                                + Words.share(warning.sets(), documents.seen, "set") + "? "
                                + warning.values().get(0),
                        warning.first())));
        return questions;
    }
}
