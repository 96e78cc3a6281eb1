package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A sheet of an XLSX file (ECMA-376 part 1, 18.3): texts stand in their cells, so that no table of texts grows with the rows. What a
 * column says as in the row before is not made again.
 */
final class XlsxSheet implements Book.Sheet {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final int HEADER_STYLE = 1;
    private static final int DATE_STYLE = 2;
    private static final int WIDTH = 24;
    private static final int USUAL_ROW = 1 << 12;
    private static final int LETTERS = 'Z' - 'A' + 1;

    /** Excel's numbers have so many digits; a longer one is written as a text. */
    private static final int DIGITS = 15;

    /** The first year of Excel's calendar that has no wrong days. */
    private static final int FIRST_YEAR = 1901;

    private static final int LAST_YEAR = 9999;

    /** The day 0 of Excel's calendar, counted from 1970. */
    private static final long DAY_0 = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] END_OF_TAG = ascii(">");
    private static final byte[] END_OF_ROW = ascii("</row>");

    private final OutputStream out;
    private final int[] places;
    private final byte[][] begins;
    private final Object[] before;
    private final byte[][] written;
    private byte[] row = new byte[USUAL_ROW];
    private int length;
    private int next;

    /**
     * @param out is closed with the sheet
     * @param first whether it is the sheet that is shown
     */
    XlsxSheet(OutputStream out, Tab tab, boolean first) throws IOException {
        this.out = out;
        List<Column> columns = tab.columns();
        places = new int[columns.size()];
        begins = new byte[places.length][];
        before = new Object[places.length];
        written = new byte[places.length][];
        for (int i = 0; i < places.length; i++) {
            places[i] = columns.get(i).letter().isEmpty() ? i : columns.get(i).index();
            begins[i] = ascii("<c r=\"" + letters(places[i]));
        }
        write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + NAMESPACE
                + "\"><sheetViews><sheetView workbookViewId=\"0\"" + (first ? " tabSelected=\"1\"" : "")
                + "><pane ySplit=\"" + tab.headerRow() + "\" topLeftCell=\"A" + (tab.headerRow() + 1)
                + "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>" + widths()
                + "<sheetData>");
        if (tab.headerRow() > 1) {
            write("<row r=\"1\"><c r=\"A1\"" + text(tab.name()) + "</row>");
        }
        StringBuilder headers = new StringBuilder("<row r=\"" + tab.headerRow() + "\">");
        for (int i = 0; i < places.length; i++) {
            headers.append("<c r=\"" + letters(places[i]) + tab.headerRow() + "\" s=\"" + HEADER_STYLE + "\"")
                    .append(text(columns.get(i).header()));
        }
        write(headers.append("</row>").toString());
        next = tab.headerRow() + 1;
    }

    @Override
    public void row(Object... cells) throws IOException {
        byte[] number = ascii(next + "\"");
        length = 0;
        add(ROW);
        add(number);
        add(END_OF_TAG);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                if (!Objects.equals(before[i], cells[i])) {
                    before[i] = cells[i];
                    written[i] = cell(cells[i]).getBytes(StandardCharsets.UTF_8);
                }
                add(begins[i]);
                add(number);
                add(written[i]);
            }
        }
        add(END_OF_ROW);
        out.write(row, 0, length);
        next++;
    }

    private void add(byte[] bytes) {
        if (length + bytes.length > row.length) {
            row = Arrays.copyOf(row, Math.max(2 * row.length, length + bytes.length));
        }
        System.arraycopy(bytes, 0, row, length, bytes.length);
        length += bytes.length;
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        out.close();
    }

    private void write(String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A cell behind its place. */
    private static String cell(Object value) {
        if (value instanceof LocalDate date) {
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR
                    ? " s=\"" + DATE_STYLE + "\"><v>" + (date.toEpochDay() - DAY_0) + "</v></c>"
                    : text(DATE.format(date));
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().precision() <= DIGITS
                            && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                    ? "><v>" + number.toPlainString() + "</v></c>"
                    : text(number.toPlainString());
        }
        return text(value.toString());
    }

    /** A cell of a text, behind its place. */
    private static String text(String text) {
        return " t=\"inlineStr\"><is><t" + (isEdgedByBlanks(text) ? " xml:space=\"preserve\">" : ">")
                + XmlText.of(CellText.of(text)) + "</t></is></c>";
    }

    /** Such blanks are left out by who is not told to keep them. */
    private static boolean isEdgedByBlanks(String text) {
        return !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
    }

    private String widths() {
        StringBuilder widths = new StringBuilder("<cols>");
        for (int place : places) {
            int column = place + 1;
            widths.append(
                    "<col min=\"" + column + "\" max=\"" + column + "\" width=\"" + WIDTH + "\" customWidth=\"1\"/>");
        }
        return widths.append("</cols>").toString();
    }

    private static String letters(int place) {
        String last = Character.toString((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
