package io.lotwire.wire.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the owner's programs may ask; answered by whoever knows the registry, recalls, and what the food traceability rule asks. */
public interface ApiQuestions {
    /**
     * Asks.
     *
     * @param address the question's address below {@code /api/v1}, such as {@code registry/trace}; where it ends in the number of a
     *     thing, {@code NUMBER} stands there, and the number is the parameter {@code number}
     * @param parameters what is asked of it, each with its values
     */
    Reply ask(String address, Map<String, List<String>> parameters);

    /** What is answered. */
    sealed interface Reply {
        /**
         * The answer.
         *
         * @param json one JSON object or array
         */
        record Found(String json) implements Reply {}

        /**
         * The answer, which is too large to be in memory; or a file that is asked for.
         *
         * @param file where it is; who gives the answer deletes it then
         * @param type its media type
         * @param name what the file is called where it is kept, {@code ""} for nothing
         */
        record Written(Path file, String type, String name) implements Reply {}

        /**
         * It cannot be answered now, and may be asked again.
         *
         * @param sentence why
         */
        record Later(String sentence) implements Reply {}

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
