package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** What is in an XLSX file, read by another's reader: the rows of each sheet as lists of texts. */
final class WrittenSheets {
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    private final List<String> formulas = new ArrayList<>();

    WrittenSheets(Path file) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                try (Stream<Row> all = sheet.openStream()) {
                    all.forEach(row -> rows.add(cells(row)));
                }
                sheets.put(sheet.getName(), rows);
            }
        }
    }

    List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    List<List<String>> rows(String name) {
        return sheets.get(name);
    }

    /** What is in the rows below the headers, a line each: header, if it is the last line of one, and value of each filled cell. */
    List<String> told(String name) {
        List<List<String>> rows = sheets.get(name);
        return rows.subList(1, rows.size()).stream()
                .map(row -> told(rows.get(0), row))
                .toList();
    }

    List<String> formulas() {
        return formulas;
    }

    private static String told(List<String> headers, List<String> row) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                String header = headers.get(i);
                told.add(header.substring(header.indexOf('\n') + 1) + "=" + row.get(i));
            }
        }
        return String.join(" | ", told);
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getType() == CellType.FORMULA) {
                formulas.add(cell.getFormula());
            }
            cells.add(cell == null || cell.getType() == CellType.EMPTY ? "" : text(cell));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && "mm/dd/yyyy".equals(cell.getDataFormatString())) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }
}
