package io.lotwire.retention;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.LedgerTransaction;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Files of the archive that a row let go. They are noted with that, and deleted later: so a killed process leaves neither a row without
 * its file nor a file without a row.
 */
final class UnneededFiles {
    /** Whether rows need them is asked for so many at once, as deliveries are not sorted by them. */
    private static final int PORTION = 10_000;

    /** From keeping bytes to the commit of their row takes seconds; a file that was kept anew since is left for now. */
    private static final Duration UNUSED_FOR = Duration.ofDays(1);

    private final Handle handle;
    private final Archive archive;

    UnneededFiles(LedgerTransaction transaction, Archive archive) {
        this.handle = transaction.handle();
        this.archive = archive;
    }

    /**
     * How many files were deleted, and after which to go on.
     *
     * @param last {@code ""} at the end
     */
    record Portion(long deleted, String last) {}

    /** Notes files that rows let go in this transaction. */
    static void note(LedgerTransaction transaction, Stream<String> files) {
        transaction
                .handle()
                .createUpdate("""
                        insert into purged_content (sha256, purged_at) select sha256, :now from unnest(:files) as one (sha256)
                        order by sha256 on conflict (sha256) do nothing
                        """)
                .bind("now", transaction.now())
                .bindArray("files", String.class, files.distinct().toArray())
                .execute();
    }

    /** Deletes the next files that no row needs. */
    Portion drop(String after) throws IOException {
        List<String> files = handle.createQuery("""
                        select sha256 from purged_content where sha256 > :after
                        order by sha256 limit :portion for update skip locked
                        """)
                .bind("after", after)
                .bind("portion", PORTION)
                .mapTo(String.class)
                .list();
        if (files.isEmpty()) {
            return new Portion(0, "");
        }
        Set<String> needed = needed(files);
        long deleted = 0;
        for (String sha256 : files) {
            boolean isNeeded = needed.contains(sha256);
            if (isNeeded || archive.drop(sha256, UNUSED_FOR) == Archive.Dropped.YES) {
                deleted += isNeeded ? 0 : 1;
                handle.execute("delete from purged_content where sha256 = ?", sha256);
            }
        }
        return new Portion(deleted, files.get(files.size() - 1));
    }

    private Set<String> needed(Collection<String> files) {
        return handle.createQuery("""
                        with file as (select * from unnest(:files) as one (sha256))
                        select sha256 from file join inbox using (sha256) where purged_at is null
                        union
                        select sha256 from file join delivery using (sha256) where content is null and purged_at is null
                        union
                        select file.sha256 from file join delivery on sent_sha256 = file.sha256
                        where sent_content is null and purged_at is null
                        """)
                .bindArray("files", String.class, files.toArray())
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }
}
