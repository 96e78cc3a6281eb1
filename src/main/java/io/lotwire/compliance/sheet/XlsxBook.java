package io.lotwire.compliance.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An XLSX file (ECMA-376 part 1, SpreadsheetML). Texts are texts, whatever they look like: a cell of ours is never a formula. Dates are
 * dates, shown as {@code mm/dd/yyyy}, and quantities numbers, so that both can be sorted.
 */
final class XlsxBook implements Book {
    /** The rows of a sheet that Excel opens. */
    private static final long MOST_ROWS = 1_048_576;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String FORMATS = "http://schemas.openxmlformats.org/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONSHIPS =
            XML + "<Relationships xmlns=\"" + FORMATS + "package/2006/relationships\">";

    /** The formats that {@link XlsxSheet} names by their places: of any cell, a header, and a date. */
    private static final String STYLES = XML + "<styleSheet xmlns=\"" + FORMATS + "spreadsheetml/2006/main\">"
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"mm/dd/yyyy\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\""
            + " applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "</cellXfs></styleSheet>";

    private final SpooledZip zip;
    private final OutputStream contentTypes;
    private final List<String> names = new ArrayList<>();

    /**
     * Begins one with what does not depend on its sheets; who looks at a file's beginning knows it by that.
     *
     * @param zip the file, nothing in it
     * @param application what writes it
     */
    XlsxBook(SpooledZip zip, String application) throws IOException {
        this.zip = zip;
        contentTypes = zip.entry("[Content_Types].xml");
        part(
                "_rels/.rels",
                RELATIONSHIPS
                        + relationship("rId1", "officeDocument/2006/relationships/officeDocument", "xl/workbook.xml")
                        + relationship(
                                "rId2", "officeDocument/2006/relationships/extended-properties", "docProps/app.xml")
                        + "</Relationships>");
        part(
                "docProps/app.xml",
                XML + "<Properties xmlns=\"" + FORMATS + "officeDocument/2006/extended-properties\"><Application>"
                        + XmlText.of(application) + "</Application></Properties>");
        part("xl/styles.xml", STYLES);
    }

    @Override
    public Sheet sheet(Tab tab) throws IOException {
        names.add(tab.name());
        return new XlsxSheet(zip.entry("xl/" + path(names.size())), tab, names.size() == 1);
    }

    @Override
    public long mostRows() {
        return MOST_ROWS - 1;
    }

    @Override
    public boolean holdsWhole(String text) {
        return CellText.holdsWhole(text);
    }

    @Override
    public void finish() throws IOException {
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", parts());
        write(contentTypes, contentTypes());
        zip.finish();
    }

    private void part(String name, String content) throws IOException {
        write(zip.entry(name), content);
    }

    private static void write(OutputStream part, String content) throws IOException {
        try (part) {
            part.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String path(int sheet) {
        return "worksheets/sheet" + sheet + ".xml";
    }

    private String contentTypes() {
        StringBuilder types = new StringBuilder(XML + "<Types xmlns=\"" + FORMATS + "package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
                + override("xl/workbook.xml", TYPE + "sheet.main+xml")
                + override("xl/styles.xml", TYPE + "styles+xml"));
        for (int i = 1; i <= names.size(); i++) {
            types.append(override("xl/" + path(i), TYPE + "worksheet+xml"));
        }
        return types.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private String workbook() {
        StringBuilder workbook = new StringBuilder(XML + "<workbook xmlns=\"" + FORMATS
                + "spreadsheetml/2006/main\" xmlns:r=\"" + FORMATS + "officeDocument/2006/relationships\"><sheets>");
        for (int i = 1; i <= names.size(); i++) {
            workbook.append("<sheet name=\"")
                    .append(XmlText.of(names.get(i - 1)))
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        return workbook.append("</sheets></workbook>").toString();
    }

    private String parts() {
        StringBuilder parts = new StringBuilder(RELATIONSHIPS);
        for (int i = 1; i <= names.size(); i++) {
            parts.append(relationship("rId" + i, "officeDocument/2006/relationships/worksheet", path(i)));
        }
        return parts.append(relationship(
                        "rId" + (names.size() + 1), "officeDocument/2006/relationships/styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + FORMATS + type + "\" Target=\"" + target + "\"/>";
    }
}
