package io.lotwire.desk;

import io.lotwire.partner.Inbound;

/**
 * A document as a whole, such as a CSV file or scans: its mapping reads it, where it needs one, and nothing is answered.
 *
 * @param fileName the file's name
 * @param agreement what was agreed with its sender
 * @param inbound what was agreed about it
 */
public record WholeFile(String fileName, Agreement agreement, Inbound inbound) implements Reception {
    /** What is done with it. */
    public Handling handling() {
        return agreement.ofFile(inbound.document());
    }
}
