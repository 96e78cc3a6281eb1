package io.lotwire.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written in an element: texts and fields, one after the other.
 *
 * @param pieces its parts
 */
public record ElementValue(List<Piece> pieces) {
    public ElementValue {
        pieces = List.copyOf(pieces);
    }

    /** A part of a value. */
    sealed interface Piece {}

    /** Text as it is. */
    record Text(String text) implements Piece {}

    /**
     * The first of several fields that has a value.
     *
     * @param fields the fields
     * @param codes how the value is told, null for as it is
     */
    record Lookup(List<Field> fields, Codes codes) implements Piece {}

    /** True when it is text alone. */
    boolean isText() {
        return pieces.stream().allMatch(Text.class::isInstance);
    }

    /** The text of a value that is text alone. */
    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(((Text) piece).text()));
        return text.toString();
    }

    /** What is written; {@code ""} when a field of it has no value. */
    String of(EventsAtHand atHand, Filling filling) {
        if (pieces.size() == 1) {
            return of(pieces.get(0), atHand, filling);
        }
        Map<Field, String> seen = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder();
        boolean whole = true;
        for (Piece piece : pieces) {
            String value = of(piece, atHand, seen::put);
            whole &= !value.isEmpty();
            all.append(value);
        }
        boolean isWritten = whole;
        seen.forEach((field, value) -> filling.saw(field, isWritten ? value : ""));
        return isWritten ? all.toString() : "";
    }

    private static String of(Piece piece, EventsAtHand atHand, Filling filling) {
        if (piece instanceof Text text) {
            return text.text();
        }
        Lookup lookup = (Lookup) piece;
        for (Field field : lookup.fields()) {
            String value = field.of(atHand);
            if (!value.isEmpty() || (lookup.codes() != null && lookup.codes().hasForNothing())) {
                filling.saw(field, value);
                return lookup.codes() == null ? value : lookup.codes().of(value, atHand);
            }
        }
        lookup.fields().forEach(field -> filling.saw(field, ""));
        return "";
    }

    /** Hears which fields a segment was filled from. */
    interface Filling {
        void saw(Field field, String value);
    }
}
