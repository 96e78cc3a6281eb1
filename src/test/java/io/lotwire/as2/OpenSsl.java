package io.lotwire.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code openssl} command as a partner that shares no code with us. */
final class OpenSsl {
    private final Path folder;

    OpenSsl(Path folder) {
        this.folder = folder;
    }

    static boolean installed() {
        try {
            Process process = new ProcessBuilder("openssl", "version")
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs {@code openssl cms} and returns what it wrote to {@code -out}. */
    byte[] cms(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "openssl", ".out");
        List<String> command = new ArrayList<>(List.of("openssl", "cms", "-out", out.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + said);
        }
        return Files.readAllBytes(out);
    }

    String file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "openssl", ".in"), content)
                .toString();
    }

    String key(KeyAndCertificate identity) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(identity.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return file(pem.getBytes(StandardCharsets.US_ASCII));
    }

    String certificate(KeyAndCertificate identity) throws IOException {
        Path file = Files.createTempFile(folder, "openssl", ".crt");
        KeyMaker.writeCertificate(identity.certificate(), file);
        return file.toString();
    }
}
