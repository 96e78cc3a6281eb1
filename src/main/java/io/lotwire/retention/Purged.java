package io.lotwire.retention;

import java.util.List;
import java.util.Optional;

/**
 * What a purge let go.
 *
 * @param received how many files that came in
 * @param sent how many deliveries
 * @param bytes how many these had
 * @param held how many of both are past their retention and must be kept
 * @param files how many files of the archive were deleted
 * @param suspended why nothing may go; empty when something may
 */
public record Purged(long received, long sent, long bytes, long held, long files, Optional<String> suspended) {
    static final Purged NOTHING = new Purged(0, 0, 0, 0, 0, Optional.empty());

    static Purged suspended(String why) {
        return new Purged(0, 0, 0, 0, 0, Optional.of(why));
    }

    static Purged rows(KeptBytes which, List<KeptBytes.Row> rows, long held) {
        long bytes = rows.stream().mapToLong(KeptBytes.Row::size).sum();
        return new Purged(
                which.cameIn() ? rows.size() : 0, which.cameIn() ? 0 : rows.size(), bytes, held, 0, Optional.empty());
    }

    static Purged files(long deleted) {
        return new Purged(0, 0, 0, 0, deleted, Optional.empty());
    }

    Purged and(Purged more) {
        return new Purged(
                received + more.received,
                sent + more.sent,
                bytes + more.bytes,
                held + more.held,
                files + more.files,
                suspended.or(() -> more.suspended));
    }

    /** Whether nothing was let go. */
    public boolean isNothing() {
        return received + sent + files == 0;
    }
}
