package io.lotwire.compliance.sheet;

import io.lotwire.compliance.KeyDataRules;
import io.lotwire.compliance.MissingElement;
import io.lotwire.compliance.Statements;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * FDA's electronic sortable spreadsheet (21 CFR 1.1455(c)(3)(ii)): its sheets, and after them those of ours with the gaps and what was
 * asked. What nobody tells stays empty, and is listed as a gap. All sheets are written side by side, in one reading of the
 * events.
 */
final class Spreadsheet {
    private final Statements statements;
    private final Book book;
    private final KeyDataRules rules = KeyDataRules.standard();

    Spreadsheet(Statements statements, Book book) {
        this.statements = statements;
        this.book = book;
    }

    /** Writes all of it; the book is not finished. */
    Summary write(About about) throws IOException {
        List<Tab> tabs = Layout.fda();
        Map<String, Long> rows = new LinkedHashMap<>();
        Summary summary;
        try (StatementSheets sheets = new StatementSheets(book, tabs);
                GapRows gaps = new GapRows(book)) {
            statements.forEach(statement -> {
                Map<String, Integer> notWhole = sheets.row(statement);
                for (MissingElement missing : rules.missingIn(statement)) {
                    gaps.missing(statement, missing);
                }
                for (Map.Entry<String, Integer> text : notWhole.entrySet()) {
                    gaps.notWhole(statement, text.getKey(), text.getValue());
                }
            });
            tabs.forEach(tab -> rows.put(tab.name(), sheets.rows(tab)));
            summary = new Summary(rows, gaps.count());
        }
        about(about, tabs, summary);
        return summary;
    }

    private void about(About about, List<Tab> tabs, Summary summary) throws IOException {
        try (Book.Sheet sheet = book.sheet(Tab.of("About", "What", "Value"))) {
            sheet.row("Asked for", about.asked().words());
            sheet.row("Written at", about.at().toString());
            sheet.row("Written by", about.version());
            sheet.row(
                    "Sheets",
                    "The first " + tabs.size() + " are those of FDA's electronic sortable spreadsheet. '" + GapRows.NAME
                            + "' and this one come after them and are ours.");
            sheet.row(
                    "Gaps",
                    "What neither documents nor the registry tell is left empty, and listed in '" + GapRows.NAME
                            + "'.");
            sheet.row(
                    "Empty sheets",
                    "Nothing that is exchanged tells of: "
                            + tabs.stream()
                                    .filter(tab -> tab.kind().isEmpty())
                                    .map(tab -> tab.name().strip())
                                    .collect(Collectors.joining("; "))
                            + ".");
            for (Map.Entry<String, Long> tab : summary.rows().entrySet()) {
                sheet.row("Rows of " + tab.getKey().strip(), BigDecimal.valueOf(tab.getValue()));
            }
            sheet.row("Rows of " + GapRows.NAME, BigDecimal.valueOf(summary.gaps()));
        }
    }
}
