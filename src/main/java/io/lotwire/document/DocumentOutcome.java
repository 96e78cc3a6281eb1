package io.lotwire.document;

import io.lotwire.problem.Problem;
import java.util.List;

/** What came of writing a document to a stream. */
public sealed interface DocumentOutcome {
    /** Misses in the partner's tables that a person is to know of, and, where nothing was written, every reason. */
    List<Problem> problems();

    /** The document is in the stream, whole. */
    record Document(List<Problem> problems) implements DocumentOutcome {
        public Document {
            problems = List.copyOf(problems);
        }
    }

    /** The partner would not be told what happened. Whatever is in the stream is of no use: throw it away. */
    record Refused(List<Problem> problems) implements DocumentOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
