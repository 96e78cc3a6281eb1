package io.lotwire.as2;

import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The {@code openssl} command as a partner that shares no code with us. */
public final class OpenSsl {
    private final Path folder;

    /** @param folder where it may leave files */
    public OpenSsl(Path folder) {
        this.folder = folder;
    }

    /** Whether the command is there. */
    public static boolean installed() {
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
        List<String> all = new ArrayList<>(List.of("cms", "-out", out.toString()));
        all.addAll(Arrays.asList(arguments));
        run(all.toArray(String[]::new));
        return Files.readAllBytes(out);
    }

    /** Runs {@code openssl} with these arguments. */
    public void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + said);
        }
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

    byte[] sign(byte[] part, KeyAndCertificate signer, String digest, String... more) throws Exception {
        String[] arguments = {
            "-sign",
            "-binary",
            "-crlfeol",
            "-md",
            digest,
            "-in",
            file(part),
            "-signer",
            certificate(signer),
            "-inkey",
            key(signer)
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return cms(all);
    }

    byte[] encrypt(byte[] content, String cipher, boolean stream) throws Exception {
        String in = file(content);
        String recipient = certificate(TwoPartners.HUB);
        return stream
                ? cms("-encrypt", "-binary", "-outform", "DER", "-stream", "-" + cipher, "-in", in, recipient)
                : cms("-encrypt", "-binary", "-outform", "DER", "-" + cipher, "-in", in, recipient);
    }

    /** Splits a multipart/signed with code of its own, and lets openssl verify its first part. */
    byte[] verified(byte[] entity, KeyAndCertificate signer) throws Exception {
        String text = new String(entity, StandardCharsets.ISO_8859_1);
        String boundary = "--" + text.replaceFirst("(?s).*?boundary=\"([^\"]+)\".*", "$1");
        int start = text.indexOf(boundary + "\r\n") + boundary.length() + 2;
        int end = text.indexOf("\r\n" + boundary + "\r\n", start);
        int signature = text.indexOf("\r\n\r\n", end + boundary.length()) + 4;
        String base64 = text.substring(signature, text.indexOf("\r\n" + boundary + "--", signature));
        byte[] part = Arrays.copyOfRange(entity, start, end);
        return cms(
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file(Base64.getMimeDecoder().decode(base64)),
                "-content",
                file(part),
                "-noverify",
                "-nointern",
                "-certfile",
                certificate(signer));
    }

    byte[] opaque(byte[] part, KeyAndCertificate signer) throws Exception {
        return cms(
                "-sign",
                "-binary",
                "-nodetach",
                "-outform",
                "DER",
                "-stream",
                "-md",
                "sha256",
                "-in",
                file(part),
                "-signer",
                certificate(signer),
                "-inkey",
                key(signer));
    }

    static byte[] part(String contentType, String encoding, byte[] body) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("Content-Type: " + contentType + "\r\ncontent-transfer-encoding: " + encoding + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(body);
        return part.toByteArray();
    }

    static byte[] bodyOf(byte[] entity) {
        String text = new String(entity, StandardCharsets.ISO_8859_1);
        return Arrays.copyOfRange(entity, text.indexOf("\r\n\r\n") + 4, entity.length);
    }

    static Mic mic(byte[] bytes, DigestAlgorithm algorithm) throws Exception {
        String name = algorithm == DigestAlgorithm.SHA_1 ? "SHA-1" : algorithm.micName();
        byte[] digest = MessageDigest.getInstance(name.toUpperCase(Locale.ROOT)).digest(bytes);
        return new Mic(Base64.getEncoder().encodeToString(digest), algorithm);
    }
}
