package io.lotwire.compliance.sheet;

import io.lotwire.compliance.KeyDataElement;
import io.lotwire.compliance.MissingElement;
import io.lotwire.compliance.Statement;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Source;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The sheets of gaps: what each event does not tell, by which rule it is wanted, and the document and byte that the event came from. A
 * further sheet begins where one is full.
 */
final class GapRows implements AutoCloseable {
    static final String NAME = "Gaps";
    private static final String[] HEADERS = {
        "Critical Tracking Event",
        "Lot Code",
        "GTIN",
        "Event",
        "Key Data Element",
        "Missing",
        "Rule",
        "Partner",
        "Document",
        "Document Number",
        "SHA-256 of File",
        "Segment",
        "Byte"
    };

    private final Book book;
    private Book.Sheet sheet;
    private int sheets;
    private long inSheet;
    private long count;

    GapRows(Book book) throws IOException {
        this.book = book;
        begin();
    }

    /** A key data element that is not told. */
    void missing(Statement statement, MissingElement missing) throws IOException {
        LotEvent event = missing.element().isOfOutput() ? statement.produced() : statement.event();
        row(statement, event, missing.element(), missing.words());
    }

    /** A text that no cell can hold. */
    void notWhole(Statement statement, String header, int length) throws IOException {
        row(
                statement,
                statement.event(),
                header,
                "",
                "the cell does not hold all of the text of " + length
                        + " characters, or shows some of them as \uFFFD: the document has it whole");
    }

    long count() {
        return count;
    }

    private void row(Statement statement, LotEvent event, KeyDataElement element, String missing) throws IOException {
        row(statement, event, element.words(), element.paragraph(), missing);
    }

    private void row(Statement statement, LotEvent event, String element, String rule, String missing)
            throws IOException {
        if (inSheet == book.mostRows()) {
            sheet.close();
            begin();
        }
        Source source = event.source();
        sheet.row(
                statement.kind().title(),
                event.lot() == null ? null : event.lot().code(),
                event.item().gtin(),
                event.eventId(),
                element,
                missing,
                rule,
                source.partner(),
                source.document(),
                statement.documentNumber(),
                source.sha256(),
                BigDecimal.valueOf(source.segment()),
                BigDecimal.valueOf(source.offset()));
        inSheet++;
        count++;
    }

    private void begin() throws IOException {
        sheets++;
        inSheet = 0;
        sheet = book.sheet(Tab.of(sheets == 1 ? NAME : NAME + " " + sheets, HEADERS));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
