package io.lotwire.as2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file in the spool. Tells our own trouble with the disk apart from trouble with what a sender sent. */
final class SpoolOutput extends OutputStream {
    private final OutputStream out;
    private long left;

    private SpoolOutput(OutputStream out, long limit) {
        this.out = out;
        this.left = limit;
    }

    /** A new file that takes up to {@code limit} bytes; one more fails with {@link LimitExceeded}. */
    static SpoolOutput create(Path file, long limit) throws SpoolException {
        try {
            return new SpoolOutput(
                    new BufferedOutputStream(
                            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            ByteSource.BUFFER),
                    limit);
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    static SpoolOutput create(Path file) throws SpoolException {
        return create(file, Long.MAX_VALUE);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new LimitExceeded();
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    /** The limit was passed. */
    static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Our disk failed or is full. */
    static final class SpoolException extends IOException {
        private static final long serialVersionUID = 1L;

        SpoolException(IOException cause) {
            super("The AS2 spool cannot be written: " + cause.getMessage(), cause);
        }
    }
}
