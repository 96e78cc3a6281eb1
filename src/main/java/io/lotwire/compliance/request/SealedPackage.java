package io.lotwire.compliance.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.sheet.About;
import io.lotwire.compliance.sheet.SourceList;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.SpreadsheetFile.Format;
import io.lotwire.compliance.sheet.Summary;
import io.lotwire.seal.SealedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The answer to a request in one ZIP file: the spreadsheet as XLSX and as CSV, with its gaps; the list of the files that its
 * events come from, with their SHA-256; and a manifest with the SHA-256 of each. All of it is of one state of the database.
 */
public final class SealedPackage {
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
        SealedFile.Made<Summary> made = SealedFile.write(out, new Content(statements), Optional.empty());
        return new Made(made.sha256(), made.told());
    }

    private final class Content implements SealedFile.Content<Summary> {
        private final Statements statements;

        Content(Statements statements) {
            this.statements = statements;
        }

        @Override
        public Summary into(Path folder) throws IOException {
            Summary summary =
                    new SpreadsheetFile(folder.resolve("spreadsheet.xlsx"), Format.XLSX).writeFda(statements, about);
            new SpreadsheetFile(folder.resolve("csv"), Format.CSV).writeFda(statements, about);
            SourceList.write(statements, folder.resolve("sources.csv"));
            return summary;
        }

        @Override
        public ObjectNode manifest(Summary summary) {
            ObjectNode manifest = JsonNodeFactory.instance.objectNode();
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
    }
}
