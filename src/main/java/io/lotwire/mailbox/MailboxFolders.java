package io.lotwire.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The folders of a mailbox: {@code inbox}, which the partner writes into, and {@code outbox}, which they fetch from.
 * Nothing below or beside them is theirs.
 */
public final class MailboxFolders {
    private static final String INBOX = "inbox";
    private static final String OUTBOX = "outbox";
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Path root;
    private final Path underWay;
    private final int maxFiles;
    private final long maxBytes;
    private final AtomicLong delivered = new AtomicLong();

    private MailboxFolders(Path home, Mailbox mailbox) {
        this.root = home.resolve("files");
        this.underWay = home.resolve("under-way");
        this.maxFiles = mailbox.maxFiles();
        this.maxBytes = mailbox.maxBytes();
    }

    /**
     * Makes what is missing of them.
     *
     * @param folder the folder of all mailboxes
     */
    static MailboxFolders of(Path folder, Mailbox mailbox) throws IOException {
        MailboxFolders folders = new MailboxFolders(folder.resolve(mailbox.partner()), mailbox);
        for (Path each : List.of(folders.inbox(), folders.outbox(), folders.underWay)) {
            Files.createDirectories(each);
        }
        // What a process that was killed had not put into place: its delivery is made again.
        for (Path left : folders.files(folders.underWay)) {
            Files.delete(left);
        }
        return folders;
    }

    /** What the partner sees as the server's root. */
    Path root() {
        return root;
    }

    Path inbox() {
        return root.resolve(INBOX);
    }

    Path outbox() {
        return root.resolve(OUTBOX);
    }

    /**
     * Puts a file into the outbox, where it appears whole.
     *
     * @param size how many bytes it has
     * @param bytes these bytes
     * @return false when a file of the name with other content is there; one with the same content is this very file
     * @throws IOException when it cannot be put there, or there is no room for it; the sentence says which
     */
    public synchronized boolean put(String name, long size, InputStream bytes) throws IOException {
        Path place = outbox().resolve(name);
        if (!outbox().equals(place.normalize().getParent())) {
            throw new AccessDeniedException(name, null, "no name of a file");
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && holds(place, bytes);
        }
        if (files(outbox()).size() >= maxFiles) {
            throw new IOException("The partner's outbox is full: " + maxFiles + " files wait there to be fetched");
        }
        long used = bytes(inbox()) + bytes(outbox());
        if (used + size > maxBytes) {
            throw new IOException("The partner's mailbox is full: it holds " + maxBytes
                    + " bytes, and what is there has " + used + "; the file has " + size);
        }
        Path copy = Files.createTempFile(underWay, "delivery-", "");
        try {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            flush(copy);
            Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            flush(outbox());
            delivered.addAndGet(size);
        } finally {
            Files.deleteIfExists(copy);
        }
        return true;
    }

    /** How many bytes were put into the outbox since the start. */
    long delivered() {
        return delivered.get();
    }

    private long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path each : files(folder)) {
            bytes += size(each);
        }
        return bytes;
    }

    /** Of one that was taken or fetched meanwhile, 0. */
    static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    /** The files of a folder; what is no file is left out. */
    List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /**
     * The real path of what a partner names.
     *
     * @param remote a path from the mailbox's root on, such as {@code /inbox/a.edi}
     * @throws IOException when it is neither a file's place in one of the two folders, nor one of them, nor the root
     */
    Path resolve(String remote) throws IOException {
        Path path = root.resolve(remote.replaceFirst("^/+", "")).normalize();
        boolean folder = path.equals(root) || path.equals(inbox()) || path.equals(outbox());
        boolean file = inbox().equals(path.getParent()) || outbox().equals(path.getParent());
        if (!folder && !file) {
            throw new AccessDeniedException(remote, null, "there are only /inbox and /outbox");
        }
        Path real = folder ? path : path.getParent();
        if (!real.toRealPath().equals(root.toRealPath().resolve(root.relativize(real))) || Files.isSymbolicLink(path)) {
            throw new AccessDeniedException(remote, null, "links lead nowhere");
        }
        return path;
    }

    private static boolean holds(Path file, InputStream bytes) throws IOException {
        try (InputStream there = Files.newInputStream(file)) {
            byte[] wanted = bytes.readNBytes(BUFFER_BYTES);
            while (wanted.length > 0) {
                if (!Arrays.equals(wanted, there.readNBytes(wanted.length))) {
                    return false;
                }
                wanted = bytes.readNBytes(BUFFER_BYTES);
            }
            return there.read() < 0;
        }
    }

    static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** @throws FileAlreadyExistsException when there is something of this name */
    static void requireFree(Path path) throws FileAlreadyExistsException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.getFileName().toString());
        }
    }
}
