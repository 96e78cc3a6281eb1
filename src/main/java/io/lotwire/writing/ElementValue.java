package io.lotwire.writing;

import java.util.List;

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
        String value = whole(atHand);
        Filling told = value.isEmpty() ? (field, seen) -> filling.saw(field, "") : filling;
        for (Piece piece : pieces) {
            if (piece instanceof Lookup lookup) {
                told(lookup, atHand, told);
            }
        }
        return value;
    }

    /** All pieces, one after the other; {@code ""} when one of them has no value. */
    private String whole(EventsAtHand atHand) {
        StringBuilder all = new StringBuilder();
        boolean whole = true;
        for (Piece piece : pieces) {
            String value = of(piece, atHand, (field, seen) -> {});
            whole &= !value.isEmpty();
            all.append(value);
        }
        return whole ? all.toString() : "";
    }

    private static String of(Piece piece, EventsAtHand atHand, Filling filling) {
        if (piece instanceof Text text) {
            return text.text();
        }
        Lookup lookup = (Lookup) piece;
        String value = told(lookup, atHand, filling);
        boolean isCoded =
                lookup.codes() != null && (!value.isEmpty() || lookup.codes().hasForNothing());
        return isCoded ? lookup.codes().of(value, atHand) : value;
    }

    /** The value of the first field that has one, or, where the codes have a word for none, of the first; not coded. */
    private static String told(Lookup lookup, EventsAtHand atHand, Filling filling) {
        boolean takesNothing = lookup.codes() != null && lookup.codes().hasForNothing();
        for (Field field : lookup.fields()) {
            String value = field.of(atHand);
            if (!value.isEmpty() || takesNothing) {
                filling.saw(field, value);
                return value;
            }
        }
        for (Field field : lookup.fields()) {
            filling.saw(field, "");
        }
        return "";
    }

    /** Hears which fields a segment was filled from. */
    interface Filling {
        void saw(Field field, String value);
    }
}
