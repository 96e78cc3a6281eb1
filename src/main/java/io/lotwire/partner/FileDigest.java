package io.lotwire.partner;

import io.lotwire.digest.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;

/** SHA-256 of what files hold, in hexadecimal digits: it tells whether one of them changed. */
public final class FileDigest {
    private FileDigest() {}

    /** Of the files' names and contents, in this order; one that cannot be read counts as absent. */
    public static String ofFiles(Collection<Path> files) {
        MessageDigest all = Sha256.digest();
        for (Path file : files) {
            all.update(file.toString().getBytes(StandardCharsets.UTF_8));
            try (var in = Files.newInputStream(file)) {
                MessageDigest one = Sha256.digest();
                Sha256.reading(in, one).transferTo(OutputStream.nullOutputStream());
                all.update(one.digest());
            } catch (IOException absent) {
                all.update((byte) 0);
            }
        }
        return Sha256.hex(all);
    }
}
