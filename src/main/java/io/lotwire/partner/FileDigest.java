package io.lotwire.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** SHA-256 of what files hold, in hexadecimal digits: it tells whether one of them changed. */
public final class FileDigest {
    private static final int BUFFER_BYTES = 64 * 1024;

    private FileDigest() {}

    /** Of the files' names and contents, in this order; one that cannot be read counts as absent. */
    public static String ofFiles(Collection<Path> files) {
        MessageDigest all = sha256();
        for (Path file : files) {
            all.update(file.toString().getBytes(StandardCharsets.UTF_8));
            try (var in = Files.newInputStream(file)) {
                MessageDigest one = sha256();
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    one.update(buffer, 0, length);
                }
                all.update(one.digest());
            } catch (IOException absent) {
                all.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
