package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The original bytes of everything in and out, each content once, named by its SHA-256. What {@link #keep} has returned
 * survives a power cut: file and folders are on disk by then.
 */
public final class Archive {
    private static final String INCOMING = "incoming";
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Content is spread over 256 folders by the first two digits of its name. */
    private static final int FOLDER_DIGITS = 2;

    private final Path folder;
    private final Path incoming;

    private Archive(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve(INCOMING);
    }

    /** Opens the archive in this folder, making it when it is missing. */
    public static Archive in(Path folder) throws IOException {
        Archive archive = new Archive(folder.toAbsolutePath().normalize());
        Files.createDirectories(archive.incoming);
        flushFolder(archive.folder);
        return archive;
    }

    /**
     * Streams bytes in and keeps them.
     *
     * @return their name and size, once they are safely on disk
     * @throws IOException when they could not be read or written; then nothing is kept
     */
    public ArchivedContent keep(InputStream bytes) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            ArchivedContent content = writeThrough(bytes, temporary);
            moveIn(temporary, content.sha256());
            return content;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Keeps bytes that are in memory. */
    public ArchivedContent keep(byte[] bytes) throws IOException {
        return keep(new java.io.ByteArrayInputStream(bytes));
    }

    /**
     * Opens kept bytes.
     *
     * @throws NoSuchFileException when the archive has no such content
     */
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    /** Where kept bytes are; the file must not be changed. */
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        return folder.resolve(sha256.substring(0, FOLDER_DIGITS)).resolve(sha256);
    }

    /** True when the archive has this content. */
    public boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /**
     * Deletes half-written files that a killed process left.
     *
     * @param olderThan younger ones stay: another gateway may be writing them
     * @return how many were deleted
     */
    public int clearLeftovers(Duration olderThan) throws IOException {
        Instant limit = Instant.now().minus(olderThan);
        int deleted = 0;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(incoming)) {
            for (Path leftover : leftovers) {
                if (!Files.getLastModifiedTime(leftover).toInstant().isAfter(limit) && Files.deleteIfExists(leftover)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private static ArchivedContent writeThrough(InputStream bytes, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
                size += read;
            }
            channel.force(true);
        }
        return new ArchivedContent(Sha256.hex(digest), size);
    }

    private void moveIn(Path temporary, String sha256) throws IOException {
        Path target = path(sha256);
        Path parent = target.getParent();
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            flushFolder(folder);
        }
        if (!Files.exists(target)) {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw new IOException("The archive " + folder + " must be on one file system.", e);
            }
        }
        // Also when it was there: the one who moved it in may not have flushed the folder yet.
        flushFolder(parent);
    }

    /** Makes a rename durable: on POSIX a folder is a file that can be flushed. */
    private static void flushFolder(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
