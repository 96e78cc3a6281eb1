package io.lotwire.ledger;

import io.lotwire.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The original bytes of what comes in and goes out and is too large for its row, each content once, named by its SHA-256.
 * What {@link #keep} has put there survives a power cut: file and folders are on disk by then.
 */
public final class Archive {
    private static final String INCOMING = "incoming";
    /** Ends the name of a file that is being dropped; what goes before is the SHA-256 of its bytes. */
    private static final String ASIDE = ".aside";

    private static final int BUFFER_BYTES = 64 * 1024;
    /** KeptContent is spread over 256 folders by the first two digits of its name. */
    private static final int FOLDER_DIGITS = 2;

    /** Room for a usual small content, so that it is not copied while it grows. */
    private static final int USUAL_BYTES = 16 * 1024;

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
     * @return large ones once they are safely on disk; small ones as they go into their row, which keeps them when it is
     *     committed
     * @throws IOException when they could not be read or written; then nothing is kept
     */
    public KeptContent keep(InputStream bytes) throws IOException {
        byte[] beginning = bytes.readNBytes(KeptContent.MOST_IN_ROW + 1);
        return beginning.length <= KeptContent.MOST_IN_ROW
                ? KeptContent.inRow(beginning)
                : keepOnDisk(new SequenceInputStream(new ByteArrayInputStream(beginning), bytes));
    }

    /** Keeps bytes that are in memory; they are not to be changed any more. */
    public KeptContent keep(byte[] bytes) throws IOException {
        return bytes.length <= KeptContent.MOST_IN_ROW
                ? KeptContent.inRow(bytes)
                : keepOnDisk(new ByteArrayInputStream(bytes));
    }

    private KeptContent keepOnDisk(InputStream bytes) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            KeptContent content = writeThrough(bytes, temporary);
            moveIn(temporary, content.sha256());
            return content;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Begins content that is written piece by piece; the caller closes it. */
    public Draft draft() {
        return new Draft();
    }

    /** Content that is being written: what is small stays in memory, what is large goes to disk while it comes. */
    public final class Draft extends OutputStream {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream(USUAL_BYTES);
        private final MessageDigest digest = Sha256.digest();
        private Path temporary;
        private OutputStream file;
        private long size;

        private Draft() {}

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            size += length;
            if (file == null && size <= KeptContent.MOST_IN_ROW) {
                memory.write(bytes, from, length);
                return;
            }
            if (file == null) {
                temporary = incoming.resolve(UUID.randomUUID().toString());
                file = new BufferedOutputStream(
                        new DigestOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), digest),
                        BUFFER_BYTES);
                memory.writeTo(file);
                memory.reset();
            }
            file.write(bytes, from, length);
        }

        /** Keeps what was written; nothing more can be written. */
        public KeptContent keep() throws IOException {
            if (file == null) {
                return KeptContent.inRow(memory.toByteArray());
            }
            file.close();
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            KeptContent content = KeptContent.inArchive(Sha256.hex(digest), size);
            moveIn(temporary, content.sha256());
            return content;
        }

        /** Drops what was not kept. */
        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
                Files.deleteIfExists(temporary);
            }
        }
    }

    /**
     * Opens kept bytes, wherever they are.
     *
     * @throws NoSuchFileException when they should be in the archive and are not
     */
    public InputStream open(KeptContent content) throws IOException {
        return content.inRow().isPresent() ? content.openRow() : Files.newInputStream(path(content.sha256()));
    }

    /**
     * Opens kept bytes to be read from any place, wherever they are; the caller closes it.
     *
     * @throws NoSuchFileException when they should be in the archive and are not
     */
    public SeekableByteChannel channel(KeptContent content) throws IOException {
        return content.inRow().isPresent()
                ? new BytesChannel(content.inRow().get())
                : FileChannel.open(path(content.sha256()), StandardOpenOption.READ);
    }

    /** True when these bytes are there. */
    public boolean has(KeptContent content) {
        return content.inRow().isPresent() || Files.exists(path(content.sha256()));
    }

    /** Where bytes are that are not in their row; the file must not be changed. */
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        return folder.resolve(sha256.substring(0, FOLDER_DIGITS)).resolve(sha256);
    }

    /** What became of bytes that were to be dropped. */
    public enum Dropped {
        /** They are no longer there. */
        YES,
        /** Somebody kept the same bytes of late, and may be about to say so in a row: they stay. */
        IN_USE
    }

    /**
     * Deletes bytes that no row needs. Who keeps the same bytes at this moment does not lose them: {@link #keep} marks a file that
     * is there already by its time, before any row names it, and this looks at the time once more when nobody else can find the
     * file.
     *
     * @param unusedFor for how long nobody may have kept them; longer than from keeping to the commit of the row
     */
    public Dropped drop(String sha256, Duration unusedFor) throws IOException {
        Path file = path(sha256);
        Path aside = incoming.resolve(sha256 + ASIDE);
        Instant limit = Instant.now().minus(unusedFor);
        try {
            if (isUsedAfter(limit, file)) {
                return Dropped.IN_USE;
            }
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return Dropped.YES;
        }
        try {
            if (isUsedAfter(limit, aside)) {
                putBack(aside, sha256);
                return Dropped.IN_USE;
            }
            Files.delete(aside);
            flushFolder(file.getParent());
            return Dropped.YES;
        } catch (NoSuchFileException putBackByAnother) {
            return Dropped.IN_USE;
        }
    }

    private static boolean isUsedAfter(Instant limit, Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isAfter(limit);
    }

    private void putBack(Path aside, String sha256) throws IOException {
        moveIn(aside, sha256);
        Files.deleteIfExists(aside);
    }

    /**
     * Deletes half-written files that a killed process left, and puts back what it was about to drop.
     *
     * @param olderThan younger ones stay: another gateway may be writing them
     * @return how many were deleted
     */
    public int clearLeftovers(Duration olderThan) throws IOException {
        Instant limit = Instant.now().minus(olderThan);
        int deleted = 0;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(incoming)) {
            for (Path leftover : leftovers) {
                String name = leftover.getFileName().toString();
                if (name.endsWith(ASIDE)) {
                    putBackUnlessDropped(leftover, name.substring(0, name.length() - ASIDE.length()));
                } else if (!Files.getLastModifiedTime(leftover).toInstant().isAfter(limit)
                        && Files.deleteIfExists(leftover)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private void putBackUnlessDropped(Path aside, String sha256) throws IOException {
        try {
            putBack(aside, sha256);
        } catch (NoSuchFileException dropped) {
            // Another process was about to drop it, and has.
        }
    }

    private static KeptContent writeThrough(InputStream bytes, Path file) throws IOException {
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
        return KeptContent.inArchive(Sha256.hex(digest), size);
    }

    private void moveIn(Path temporary, String sha256) throws IOException {
        Path target = path(sha256);
        Path parent = target.getParent();
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            flushFolder(folder);
        }
        try {
            Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
        } catch (NoSuchFileException isNew) {
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
