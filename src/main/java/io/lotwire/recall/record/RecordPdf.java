package io.lotwire.recall.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text as pages of a PDF, A4, each with its number; long lines go on below. */
final class RecordPdf implements AutoCloseable {
    /** Latin, Greek and Cyrillic; PDFBox brings it along. What it has not becomes a question mark: the tables have it all. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float SIZE = 9;
    private static final float HEADING_SIZE = 13;
    private static final float LEADING = 12.5f;
    private static final float MARGIN = 50;
    private static final float THOUSAND = 1000;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final String footer;
    private PDPageContentStream page;
    private float y;
    private int pages;

    /**
     * @param title what it is
     * @param number makes its identifier the same each time
     * @param footer stands below each page
     */
    RecordPdf(String title, long number, Instant made, String footer) throws IOException {
        this.footer = footer;
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, file);
        }
        document.setDocumentId(number);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setProducer("Lotwire");
        GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTime(Date.from(made));
        information.setCreationDate(time);
    }

    void heading(String text) throws IOException {
        space();
        write(text, HEADING_SIZE, 0);
        y -= LEADING / 2;
    }

    /** A line, or more where it is long: what goes on is indented. */
    void line(String text) throws IOException {
        write(text, SIZE, 0);
    }

    /** A line that belongs to the one before. */
    void below(String text) throws IOException {
        write(text, SIZE, 2 * SIZE);
    }

    void space() {
        y -= LEADING;
    }

    private void write(String text, float size, float indent) throws IOException {
        boolean goesOn = false;
        for (String part : parts(known(text), size, PDRectangle.A4.getWidth() - 2 * MARGIN - indent - SIZE)) {
            if (page == null || y < MARGIN + 2 * LEADING) {
                begin();
            }
            show(part, size, MARGIN + indent + (goesOn ? SIZE : 0), y);
            y -= Math.max(LEADING, size * LEADING / SIZE);
            goesOn = true;
        }
    }

    private void begin() throws IOException {
        end();
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        pages++;
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void end() throws IOException {
        if (page != null) {
            show(known(footer + " - page " + pages), SIZE, MARGIN, MARGIN / 2);
            page.close();
            page = null;
        }
    }

    private void show(String text, float size, float x, float height) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, height);
        page.showText(text);
        page.endText();
    }

    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(c -> known.append(has(c) ? Character.toString(c) : "?"));
        return known.toString();
    }

    private boolean has(int character) {
        if (Character.isISOControl(character)) {
            return false;
        }
        try {
            return font.encode(Character.toString(character)).length > 0;
        } catch (IOException | IllegalArgumentException notThere) {
            return false;
        }
    }

    private List<String> parts(String text, float size, float width) throws IOException {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (width(rest, size) > width) {
            int fits = 1;
            while (width(rest.substring(0, fits + 1), size) <= width) {
                fits++;
            }
            int blank = rest.lastIndexOf(' ', fits);
            int end = blank > 0 ? blank : fits;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / THOUSAND * size;
    }

    void save(Path file) throws IOException {
        end();
        document.save(file.toFile());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
