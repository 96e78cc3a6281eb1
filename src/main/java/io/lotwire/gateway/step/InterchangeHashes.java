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
            for (int i = 0; i < length; i++) {
                if (begun < starts.size() && offset == starts.get(begun)) {
                    state.end(begun);
                    begun++;
                }
                if (begun > 0) {
                    state.add(buffer[i]);
                }
                offset++;
            }
        }
        state.end(begun);
        return state.hashes;
    }

    private void add(byte value) {
        if (value == '\n' || value == '\r' || value == ' ') {
            blanks.write(value);
            return;
        }
        if (blanks.size() > 0) {
            digest.update(blanks.toByteArray());
            blanks.reset();
        }
        digest.update(value);
    }

    private void end(int begun) {
        blanks.reset();
        if (begun > 0) {
            hashes.add(Sha256.hex(digest));
        }
    }
}
