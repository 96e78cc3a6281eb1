package io.lotwire.as2.bytes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file in the spool. Tells our own trouble with the disk apart from trouble with what a sender sent. */
public final class SpoolOutput extends OutputStream {
    private final OutputStream out;

    private SpoolOutput(OutputStream out) {
        this.out = out;
    }

    /** A new file. */
    public static SpoolOutput create(Path file) throws SpoolException {
        try {
            return new SpoolOutput(new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    Content.BUFFER));
        } catch (IOException e) {
            throw new SpoolException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
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

    /** Our disk failed or is full. */
    public static final class SpoolException extends IOException {
        private static final long serialVersionUID = 1L;

        SpoolException(IOException cause) {
            super("The AS2 spool cannot be written: " + cause.getMessage(), cause);
        }
    }
}
