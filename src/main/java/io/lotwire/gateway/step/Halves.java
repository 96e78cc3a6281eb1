package io.lotwire.gateway.step;

import io.lotwire.ledger.InboxRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A batch that could not be committed, in two: by its files; where it is of one, its reading and its documents; by these. */
final class Halves {
    private Halves() {}

    /** Two batches, the earlier files first; none when it cannot be divided. */
    static List<Batch<EnrichedDocument>> of(Batch<EnrichedDocument> batch) {
        List<InboxRow> files = batch.readings().stream().map(FileReading::row).toList();
        if (files.size() > 1) {
            int middle = files.size() / 2;
            return List.of(
                    ofFiles(batch, new HashSet<>(files.subList(0, middle))),
                    ofFiles(batch, new HashSet<>(files.subList(middle, files.size()))));
        }
        List<EnrichedDocument> documents = batch.documents();
        if (files.size() == 1 && !documents.isEmpty()) {
            return List.of(
                    new Batch<>(batch.lease(), batch.readings(), List.of(), Set.of()),
                    new Batch<>(batch.lease(), List.of(), documents, batch.last()));
        }
        if (documents.size() > 1) {
            int middle = documents.size() / 2;
            return List.of(
                    new Batch<>(batch.lease(), List.of(), documents.subList(0, middle), Set.of()),
                    new Batch<>(batch.lease(), List.of(), documents.subList(middle, documents.size()), batch.last()));
        }
        return List.of();
    }

    private static Batch<EnrichedDocument> ofFiles(Batch<EnrichedDocument> batch, Set<InboxRow> files) {
        Set<InboxRow> last = new HashSet<>(batch.last());
        last.retainAll(files);
        return new Batch<>(
                batch.lease(),
                batch.readings().stream()
                        .filter(reading -> files.contains(reading.row()))
                        .toList(),
                batch.documents().stream()
                        .filter(document -> files.contains(document.document().inbox()))
                        .toList(),
                last);
    }
}
