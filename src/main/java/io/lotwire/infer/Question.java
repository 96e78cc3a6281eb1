package io.lotwire.infer;

import java.util.List;

/**
 * What files cannot tell, for a person to answer.
 *
 * @param text the question
 * @param seen where it comes from; null when it comes from no place in particular
 * @param remedy lines of YAML that would be the answer; none where there is no such thing
 */
record Question(String text, Sighting seen, List<String> remedy) {
    public Question {
        remedy = List.copyOf(remedy);
    }

    static Question of(String text, Sighting seen) {
        return new Question(text, seen, List.of());
    }

    /** The question and its place, in a line. */
    @Override
    public String toString() {
        return seen == null ? text : text + " (" + seen + ")";
    }
}
