package io.lotwire.wire.api;

import java.util.List;
import java.util.Map;

/** What the owner's programs may ask; answered by whoever knows the registry. */
public interface ApiQuestions {
    /**
     * Asks.
     *
     * @param name the question
     * @param parameters what is asked of it, each with its values
     */
    Reply ask(String name, Map<String, List<String>> parameters);

    /** What is answered. */
    sealed interface Reply {
        /**
         * The answer.
         *
         * @param json one JSON object or array
         */
        record Found(String json) implements Reply {}

        /**
         * Nothing is known of what was asked for.
         *
         * @param sentence what is not
         */
        record Nothing(String sentence) implements Reply {}

        /**
         * It is not asked as it should be.
         *
         * @param sentences all that is wrong, and how to mend it
         */
        record Wrong(List<String> sentences) implements Reply {
            public Wrong {
                sentences = List.copyOf(sentences);
            }
        }
    }
}
