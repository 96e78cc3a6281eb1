package io.lotwire.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file with a manifest: {@code manifest.json} has what is said of all, and name, size and SHA-256 of each file. */
public final class SealedFile {
    /** The name of the manifest in the file. */
    public static final String MANIFEST = "manifest.json";

    /** The name of the manifest's signature, where there is one: CMS, detached (RFC 5652). */
    public static final String SIGNATURE = "manifest.json.p7s";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SealedFile() {}

    /**
     * What is sealed.
     *
     * @param <T> what is told of it
     */
    public interface Content<T> {
        /** Writes its files into an empty folder. */
        T into(Path folder) throws IOException;

        /** What the manifest says of all of them; the files are added. */
        ObjectNode manifest(T told);
    }

    /** Signs a manifest. */
    @FunctionalInterface
    public interface Signer {
        /** The detached signature of its bytes. */
        byte[] sign(byte[] manifest) throws IOException;
    }

    /**
     * What was made.
     *
     * @param sha256 of the ZIP file
     * @param told what the content told
     */
    public record Made<T>(String sha256, T told) {}

    /** Writes one; the file is there when it is whole, and not before. */
    public static <T> Made<T> write(Path out, Content<T> content, Optional<Signer> signer) throws IOException {
        Path target = out.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path folder = Files.createTempDirectory(target.getParent(), "." + target.getFileName());
        Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            T told = content.into(folder);
            String sha256 = zip(folder, part, content.manifest(told), signer);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Made<>(sha256, told);
        } finally {
            Files.deleteIfExists(part);
            delete(folder);
        }
    }

    private static String zip(Path folder, Path part, ObjectNode manifest, Optional<Signer> signer) throws IOException {
        MessageDigest whole = Sha256.digest();
        try (OutputStream bytes = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), whole);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ArrayNode files = manifest.putArray("files");
            for (Path file : files(folder)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                MessageDigest digest = Sha256.digest();
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream in = Sha256.reading(Files.newInputStream(file), digest)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                files.addObject()
                        .put("name", name)
                        .put("size", Files.size(file))
                        .put("sha256", Sha256.hex(digest));
            }
            byte[] text = JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
            put(zip, MANIFEST, text);
            if (signer.isPresent()) {
                put(zip, SIGNATURE, signer.get().sign(text));
            }
        }
        return Sha256.hex(whole);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
