package io.lotwire.inspect;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.LeftBytes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Opens what the ledger keeps, and remembers what was opened last, so that a document is indexed once for all its pages. Serves
 * any number of threads.
 */
public final class Contents {
    /** So many people look into documents at a time; of a document of 100 MB 40 KB are remembered, of a small one its bytes. */
    private static final int MOST = 64;

    private final Archive archive;
    private final Map<String, Content> latest = new LinkedHashMap<>(MOST, 0.75f, true);

    public Contents(Archive archive) {
        this.archive = archive;
    }

    /** Opens bytes, as {@code Inbox.bytes} and {@code Outbox.bytes} tell of them. */
    public Opened open(LeftBytes left) {
        if (left instanceof LeftBytes.Purged purged) {
            return new Opened.Purged(purged.sha256(), purged.size(), purged.at());
        }
        LeftBytes.Kept kept = (LeftBytes.Kept) left;
        return archive.has(kept.content())
                ? new Opened.There(remembered(kept))
                : new Opened.Missing(kept.sha256(), kept.size());
    }

    private synchronized Content remembered(LeftBytes.Kept kept) {
        Content content = latest.computeIfAbsent(kept.sha256(), sha256 -> Content.of(archive, kept.content()));
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
        return content;
    }
}
