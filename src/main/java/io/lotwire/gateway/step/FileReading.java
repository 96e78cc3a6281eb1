package io.lotwire.gateway.step;

import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.WholeFile;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.InboxRow;
import java.util.List;

/** What the reading of a file came to. */
public sealed interface FileReading {
    /** The file. */
    InboxRow row();

    /**
     * It waits for a person.
     *
     * @param cause why
     */
    record NotRead(InboxRow row, Cause cause) implements FileReading {}

    /**
     * It is a document as a whole: its mapping reads it.
     *
     * @param file what was agreed about it
     */
    record Whole(InboxRow row, WholeFile file) implements FileReading {}

    /**
     * It holds interchanges.
     *
     * @param received what was agreed with their senders
     * @param summary what is in them, checked and judged
     * @param hashes the SHA-256 of each interchange
     */
    record OfInterchanges(InboxRow row, ReceivedInterchanges received, FileSummary summary, List<String> hashes)
            implements FileReading {
        public OfInterchanges {
            hashes = List.copyOf(hashes);
        }
    }
}
