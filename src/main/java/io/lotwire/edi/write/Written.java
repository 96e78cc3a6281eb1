package io.lotwire.edi.write;

import io.lotwire.problem.Problem;
import java.util.List;

/** What came of writing an interchange: its bytes, or why it may not be sent. */
public sealed interface Written {
    /** The interchange, whole. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes to be sent, read by nobody but the wire.
    record Interchange(byte[] bytes) implements Written {}

    /** Nothing was written: these values do not fit. Their places name segments of the interchange that would be. */
    record Refused(List<Problem> problems) implements Written {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
