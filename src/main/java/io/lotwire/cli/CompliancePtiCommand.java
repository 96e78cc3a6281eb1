package io.lotwire.cli;

import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.Summary;
import io.lotwire.compliance.sheet.TooManyRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code lotwire compliance pti}: the workbooks of the Produce Traceability Initiative. */
@Command(
        name = "pti",
        description = {"Writes a workbook of the Produce Traceability Initiative, as trade partners ask for it.", ""},
        footer = {"", "Exit code 0: it is written; 1: nothing was found, or it cannot be written; 2: wrong use."})
final class CompliancePtiCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SelectionOptions selected;

    private final Installation installation;

    @Option(
            names = "--book",
            paramLabel = "BOOK",
            required = true,
            completionCandidates = Books.class,
            description = "Which one: ${COMPLETION-CANDIDATES}.",
            converter = BookConverter.class)
    private String book;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The XLSX file; for CSV a ZIP file when its name ends in .zip, else a folder.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "xlsx",
            description = "xlsx (the default) or csv, one file for each sheet.")
    private ComplianceSheetCommand.Format format;

    @Option(names = "--json", description = "Print what was written as one JSON object.")
    private boolean json;

    /** What workbooks there are. */
    static final class Books extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Books() {
            super(SpreadsheetFile.ptiBooks());
        }
    }

    /** Takes those alone. */
    static final class BookConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!SpreadsheetFile.ptiBooks().contains(text)) {
                throw new TypeConversionException(
                        "there is no workbook '" + text + "', but " + String.join(", ", SpreadsheetFile.ptiBooks()));
            }
            return text;
        }
    }

    CompliancePtiCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Selection selection = selected.selection();
        ComplianceFacts facts = new ComplianceFacts(installation);
        Terms terms = facts.terms();
        return InstalledLedger.ask(installation, "lotwire compliance pti", ledger -> {
            try {
                Summary summary = ledger.<Summary, IOException>inTransaction(tx ->
                        new SpreadsheetFile(out, format.format()).writePti(new Statements(tx, selection, terms), book));
                new SummaryReport(installation, json).print(out, summary, facts.enforcement(terms));
                return summary.events() == 0 ? ExitCode.REJECTED : ExitCode.GOOD;
            } catch (TooManyRows tooMany) {
                installation.err().println(tooMany.getMessage());
                return ExitCode.REJECTED;
            }
        });
    }
}
