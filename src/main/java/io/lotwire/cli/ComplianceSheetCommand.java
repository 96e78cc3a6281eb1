package io.lotwire.cli;

import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.Summary;
import io.lotwire.compliance.sheet.TooManyRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire compliance sheet}: FDA's electronic sortable spreadsheet. */
@Command(
        name = "sheet",
        description = {
            "Writes FDA's electronic sortable spreadsheet (21 CFR 1.1455(c)): its 13 sheets, and after them one with what the"
                    + " documents do not tell, and one about the spreadsheet itself.",
            ""
        },
        footer = {"", "Exit code 0: it is written; 1: nothing was found, or it cannot be written; 2: wrong use."})
final class ComplianceSheetCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SelectionOptions selected;

    private final Installation installation;

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
    private Format format;

    @Option(names = "--json", description = "Print what was written as one JSON object.")
    private boolean json;

    /** The formats by their words on the command line. */
    enum Format {
        xlsx,
        csv;

        SpreadsheetFile.Format format() {
            return SpreadsheetFile.Format.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    ComplianceSheetCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Selection selection = selected.selection();
        ComplianceFacts facts = new ComplianceFacts(installation);
        Terms terms = facts.terms();
        return InstalledLedger.ask(installation, "lotwire compliance sheet", ledger -> {
            try {
                Summary summary =
                        ledger.<Summary, IOException>inTransaction(tx -> new SpreadsheetFile(out, format.format())
                                .writeFda(new Statements(tx, selection, terms), facts.about(selection)));
                new SummaryReport(installation, json).print(out, summary, facts.enforcement(terms));
                return summary.events() == 0 ? ExitCode.REJECTED : ExitCode.GOOD;
            } catch (TooManyRows tooMany) {
                installation.err().println(tooMany.getMessage());
                return ExitCode.REJECTED;
            }
        });
    }
}
