package io.lotwire.compliance.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.sheet.About;
import io.lotwire.compliance.sheet.SourceList;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.SpreadsheetFile.Format;
import io.lotwire.compliance.sheet.Summary;
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
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The answer to a request in one ZIP file: the spreadsheet as XLSX and as CSV, with its gaps; the list of the files that its
 * events come from, with their SHA-256; and a manifest with the SHA-256 of each. All of it is of one state of the database.
 */
public final class SealedPackage {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Request request;
    private final About about;
    private final String by;

    /**
     * @param about what its spreadsheets say about themselves
     * @param by who makes it
     */
    public SealedPackage(Request request, About about, String by) {
        this.request = request;
        this.about = about;
        this.by = by;
    }

    /**
     * What was made.
     *
     * @param sha256 of the ZIP file
     * @param summary what its spreadsheet holds
     */
    public record Made(String sha256, Summary summary) {}

    /** Writes it; the file is there when it is whole, and not before. */
    public Made write(Statements statements, Path out) throws IOException {
        Path target = out.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path folder = Files.createTempDirectory(target.getParent(), "." + target.getFileName());
        Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            Summary summary =
                    new SpreadsheetFile(folder.resolve("spreadsheet.xlsx"), Format.XLSX).writeFda(statements, about);
            new SpreadsheetFile(folder.resolve("csv"), Format.CSV).writeFda(statements, about);
            SourceList.write(statements, folder.resolve("sources.csv"));
            String sha256 = zip(folder, part, summary);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Made(sha256, summary);
        } finally {
            Files.deleteIfExists(part);
            delete(folder);
        }
    }

    private String zip(Path folder, Path part, Summary summary) throws IOException {
        MessageDigest whole = Sha256.digest();
        try (OutputStream bytes = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), whole);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ObjectNode manifest = manifest(summary);
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
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return Sha256.hex(whole);
    }

    private ObjectNode manifest(Summary summary) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("request", request.id())
                .put("askedBy", request.askedBy())
                .put("what", request.what())
                .put("openedAt", request.openedAt().toString())
                .put("dueAt", request.dueAt().toString())
                .put("packagedAt", about.at().toString())
                .put("packagedBy", by)
                .put("writtenBy", about.version())
                .put("rule", "21 CFR 1.1455(c)");
        manifest.set("asked", SelectionJson.write(request.selection()));
        ObjectNode rows = manifest.putObject("rows");
        summary.rows().forEach((tab, count) -> rows.put(tab.strip(), count));
        manifest.put("gaps", summary.gaps());
        return manifest;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder.resolve("csv"));
        Files.deleteIfExists(folder);
    }
}
