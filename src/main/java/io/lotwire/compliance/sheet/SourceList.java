package io.lotwire.compliance.sheet;

import io.lotwire.compliance.SourceFile;
import io.lotwire.compliance.Statements;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the events of a spreadsheet come from, as CSV: who sent them, their names, documents, and SHA-256. */
public final class SourceList {
    private static final Tab TAB = Tab.of("Sources", "Partner", "File", "Documents", "SHA-256", "Bytes", "Received at");

    private SourceList() {}

    /** Writes it. */
    public static void write(Statements statements, Path out) throws IOException {
        try (Book.Sheet sheet = new CsvBook.CsvSheet(new BufferedOutputStream(Files.newOutputStream(out)))) {
            sheet.row(TAB.columns().stream().map(Column::header).toArray());
            statements.files((SourceFile file) -> sheet.row(
                    file.partner(),
                    file.name(),
                    file.documents(),
                    file.sha256(),
                    BigDecimal.valueOf(file.size()),
                    file.receivedAt().toString()));
        }
    }
}
