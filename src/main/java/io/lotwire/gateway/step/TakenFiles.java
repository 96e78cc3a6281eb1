package io.lotwire.gateway.step;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Lease;
import java.util.List;

/**
 * Files that were taken from the inbox, to be worked on together.
 *
 * @param lease by which they are ours for a while
 * @param files the files, the oldest first
 */
public record TakenFiles(Lease lease, List<InboxRow> files) {
    public TakenFiles {
        files = List.copyOf(files);
    }
}
