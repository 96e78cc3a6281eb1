package io.lotwire.document;

import io.lotwire.problem.Problem;
import java.util.List;

/** What came of writing a document: its bytes, or why there is none. */
public sealed interface DocumentOutcome {
    /** Misses in the partner's tables that a person is to know of, and, where nothing was written, every reason. */
    List<Problem> problems();

    /** The document, whole. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes to be sent, read by nobody but the wire.
    record Document(byte[] bytes, List<Problem> problems) implements DocumentOutcome {
        public Document {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing was written: the partner would not be told what happened. */
    record Refused(List<Problem> problems) implements DocumentOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
