package io.lotwire.gateway.step;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Lease;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes into one transaction: several small files, or a slice of a large one.
 *
 * @param lease by which its files are ours
 * @param readings files that were read for the first time
 * @param documents documents of files, these or others
 * @param last the files of which no document comes after these
 * @param <D> how far its documents have come: accepted, translated, enriched
 */
public record Batch<D>(Lease lease, List<FileReading> readings, List<D> documents, Set<InboxRow> last) {
    public Batch {
        readings = List.copyOf(readings);
        documents = List.copyOf(documents);
        last = Set.copyOf(last);
    }

    /** The same with its documents one step further. */
    <E> Batch<E> with(List<E> further) {
        return new Batch<>(lease, readings, further, last);
    }

    /** True when there is nothing to be done. */
    public boolean isEmpty() {
        return readings.isEmpty() && documents.isEmpty() && last.isEmpty();
    }

    /** The files that end with it, and those that were read for it. */
    Set<InboxRow> files() {
        Set<InboxRow> files = new HashSet<>(last);
        readings.forEach(reading -> files.add(reading.row()));
        return files;
    }
}
