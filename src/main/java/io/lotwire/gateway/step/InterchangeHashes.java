package io.lotwire.gateway.step;

import io.lotwire.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * SHA-256 of each interchange of a file, from its ISA to the last byte before the next one that is no white space: what
 * stands around an interchange does not make it another.
 */
final class InterchangeHashes {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final List<String> hashes = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();

    /** White space that counts only when something of the interchange comes after it. */
    private final ByteArrayOutputStream blanks = new ByteArrayOutputStream();

    private InterchangeHashes() {}

    /**
     * @param bytes the file
     * @param starts byte offset of each ISA, ascending
     */
    static List<String> of(InputStream bytes, List<Long> starts) throws IOException {
        InterchangeHashes state = new InterchangeHashes();
        byte[] buffer = new byte[BUFFER_BYTES];
        long offset = 0;
        int begun = 0;
        for (int length = bytes.read(buffer); length >= 0; length = bytes.read(buffer)) {
            int done = 0;
            while (begun < starts.size() && starts.get(begun) < offset + length) {
                int start = (int) (starts.get(begun) - offset);
                state.add(begun, buffer, done, start);
                state.end(begun);
                begun++;
                done = start;
            }
            state.add(begun, buffer, done, length);
            offset += length;
        }
        state.end(begun);
        return state.hashes;
    }

    /** Bytes of the interchange that has begun; what is before the first of them is of none. */
    private void add(int begun, byte[] buffer, int from, int to) {
        if (begun == 0) {
            return;
        }
        int end = to;
        while (end > from && isBlank(buffer[end - 1])) {
            end--;
        }
        if (end > from) {
            if (blanks.size() > 0) {
                digest.update(blanks.toByteArray());
                blanks.reset();
            }
            digest.update(buffer, from, end - from);
        }
        blanks.write(buffer, end, to - end);
    }

    private static boolean isBlank(byte value) {
        return value == '\n' || value == '\r' || value == ' ';
    }

    private void end(int begun) {
        blanks.reset();
        if (begun > 0) {
            hashes.add(Sha256.hex(digest));
        }
    }
}
