package io.lotwire.infer;

import java.util.List;

/**
 * What files cannot tell, for a person to answer.
 *
 * @param matter what it is about
 * @param text the question
 * @param seen where it comes from; null when it comes from no place in particular
 * @param remedy lines of YAML that would be the answer; none where there is no such thing
 */
record Question(Matter matter, String text, Sighting seen, List<String> remedy) {
    Question {
        text = Words.line(text);
        remedy = List.copyOf(remedy);
    }

    static Question of(Matter matter, String text, Sighting seen) {
        return new Question(matter, text, seen, List.of());
    }

    /** The question and its place, in a line. */
    @Override
    public String toString() {
        return seen == null ? text : text + " (" + seen + ")";
    }
}
