package io.lotwire.mailbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How much more a partner may write. */
final class Quota {
    private final Mailbox mailbox;
    private final MailboxFolders folders;

    /** The bytes that each file being written has, or will have. */
    private final Map<Path, Long> writing = new HashMap<>();

    /** The bytes of all others, counted when a file was last opened. */
    private long resting;

    /** What {@link MailboxFolders#delivered} said then: what came since is not in {@link #resting}. */
    private long deliveredThen;

    Quota(Mailbox mailbox, MailboxFolders folders) {
        this.mailbox = mailbox;
        this.folders = folders;
    }

    /** Begins a file; nobody else may write to it before {@link #end}. */
    synchronized void begin(Path file) throws IOException {
        if (writing.containsKey(file)) {
            throw new FileSystemException(file.getFileName().toString(), null, "it is being written already");
        }
        int others = 0;
        for (Path each : folders.files(folders.inbox())) {
            others += each.equals(file) ? 0 : 1;
        }
        if (others >= mailbox.maxFiles()) {
            throw new FileSystemException(
                    file.getFileName().toString(),
                    null,
                    "the inbox is full: it holds " + mailbox.maxFiles() + " files");
        }
        writing.put(file, Files.exists(file) ? Files.size(file) : 0L);
        count();
    }

    /** A file is to reach this length. */
    synchronized void grow(Path file, long length) throws IOException {
        long before = writing.getOrDefault(file, 0L);
        if (length <= before) {
            return;
        }
        long others = writing.values().stream().mapToLong(Long::longValue).sum() - before;
        long put = folders.delivered() - deliveredThen;
        if (length < 0 || resting + put + others + length > mailbox.maxBytes()) {
            throw new FileSystemException(
                    file.getFileName().toString(),
                    null,
                    "the mailbox is full: it holds " + mailbox.maxBytes() + " bytes");
        }
        writing.put(file, length);
    }

    /** A file is written, or is not written any more. */
    synchronized void end(Path file) {
        writing.remove(file);
    }

    synchronized boolean isWriting(Path file) {
        return writing.containsKey(file);
    }

    private void count() throws IOException {
        deliveredThen = folders.delivered();
        resting = 0;
        for (Path folder : new Path[] {folders.inbox(), folders.outbox()}) {
            for (Path each : folders.files(folder)) {
                resting += writing.containsKey(each) ? 0 : MailboxFolders.size(each);
            }
        }
    }
}
