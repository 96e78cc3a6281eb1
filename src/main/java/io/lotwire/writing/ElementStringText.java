package io.lotwire.writing;

import io.lotwire.lot.ElementString;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import java.util.function.Predicate;

/**
 * An event's product, lot and dates as a GS1 element string with its identifiers in brackets, as they are printed below a
 * GS1-128 bar code (GS1 General Specifications, 4.14).
 */
final class ElementStringText {
    /** The longest lot that identifier 10 holds (3.4.1). */
    static final int MOST_LOT = 20;

    private ElementStringText() {}

    /**
     * The text; {@code ""} for an event without a lot.
     *
     * @param leftOut what is not told
     */
    static String of(LotEvent event, Predicate<Fact> leftOut) {
        Lot lot = event.lot();
        if (lot == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        add(
                text,
                ElementString.GTIN,
                event.item().gtin() == null ? "" : event.item().gtin().digits());
        add(text, ElementString.PRODUCED, leftOut.test(Fact.MANUFACTURED) ? "" : date(Fact.MANUFACTURED.of(event)));
        add(text, ElementString.BEST_BEFORE, leftOut.test(Fact.BEST_BEFORE) ? "" : date(Fact.BEST_BEFORE.of(event)));
        add(text, ElementString.EXPIRES, leftOut.test(Fact.EXPIRES) ? "" : date(Fact.EXPIRES.of(event)));
        add(text, ElementString.BATCH, lot.code());
        return text.toString();
    }

    private static void add(StringBuilder text, String identifier, String data) {
        if (!data.isEmpty()) {
            text.append('(').append(identifier).append(')').append(data);
        }
    }

    private static String date(String date) {
        return date.isEmpty() ? "" : Fields.basic(date).substring(2);
    }
}
