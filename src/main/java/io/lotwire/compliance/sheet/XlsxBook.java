package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An XLSX file (ECMA-376). Texts are texts, whatever they look like: a cell of ours is never a formula. Dates are dates, shown as
 * {@code mm/dd/yyyy}, and quantities numbers, so that both can be sorted.
 */
final class XlsxBook implements Book {
    private static final int ROWS_AT_ONCE = 100;

    /** Excel's numbers have so many digits; a longer one is written as a text. */
    private static final int DIGITS = 15;

    /** The first year of Excel's calendar that has no wrong days. */
    private static final int FIRST_YEAR = 1901;

    private static final int LAST_YEAR = 9999;
    private static final String DATE_FORMAT = "mm/dd/yyyy";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final double WIDTH = 24;

    /** Of the nine levels the one that costs least for its worth: rows are much alike. */
    private static final int COMPRESSION = 2;

    private final Workbook workbook;

    /**
     * @param out is not closed
     * @param application what wrote it
     */
    XlsxBook(OutputStream out, String application) {
        workbook = new Workbook(out, application, null);
        workbook.setCompressionLevel(COMPRESSION);
    }

    @Override
    public Sheet sheet(Tab tab) {
        return new XlsxSheet(workbook.newWorksheet(tab.name()), tab);
    }

    @Override
    public long mostRows() {
        return Worksheet.MAX_ROWS - 1L;
    }

    @Override
    public boolean holdsWhole(String text) {
        return CellText.holdsWhole(text);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private static final class XlsxSheet implements Sheet {
        private final Worksheet sheet;
        private final int[] places;
        private int next;

        XlsxSheet(Worksheet sheet, Tab tab) {
            this.sheet = sheet;
            int header = tab.headerRow() - 1;
            if (header > 0) {
                sheet.inlineString(0, 0, tab.name());
            }
            List<Column> columns = tab.columns();
            places = new int[columns.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] =
                        columns.get(i).letter().isEmpty() ? i : columns.get(i).index();
                sheet.inlineString(header, places[i], columns.get(i).header());
                sheet.style(header, places[i]).bold().wrapText(true).set();
                sheet.width(places[i], WIDTH);
            }
            sheet.freezePane(0, tab.headerRow());
            next = tab.headerRow();
        }

        @Override
        public void row(Object... cells) throws IOException {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != null) {
                    cell(next, places[i], cells[i]);
                }
            }
            next++;
            if (next % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        private void cell(int row, int column, Object value) {
            if (value instanceof LocalDate date && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                sheet.value(row, column, date);
                sheet.style(row, column).format(DATE_FORMAT).set();
            } else if (value instanceof LocalDate date) {
                sheet.inlineString(row, column, DATE.format(date));
            } else if (value instanceof BigDecimal number
                    && number.stripTrailingZeros().precision() <= DIGITS
                    && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                sheet.value(row, column, number);
            } else if (value instanceof BigDecimal number) {
                sheet.inlineString(row, column, CellText.of(number.toPlainString()));
            } else {
                sheet.inlineString(row, column, CellText.of(value.toString()));
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }
}
