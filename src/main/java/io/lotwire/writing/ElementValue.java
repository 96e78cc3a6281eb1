package io.lotwire.writing;

import java.util.ArrayList;
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
        String[] values = new String[pieces.size()];
        boolean whole = true;
        Seen seen = new Seen();
        for (int i = 0; i < values.length; i++) {
            values[i] = of(pieces.get(i), atHand, seen);
            whole &= !values[i].isEmpty();
        }
        seen.tell(filling, whole);
        return whole ? String.join("", values) : "";
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
        for (Field field : lookup.fields()) {
            filling.saw(field, "");
        }
        return "";
    }

    /** Hears which fields a segment was filled from. */
    interface Filling {
        void saw(Field field, String value);
    }

    /** What was seen for a value that is written only when it is whole. */
    private static final class Seen implements Filling {
        private final List<Field> fields = new ArrayList<>(4);
        private final List<String> values = new ArrayList<>(4);

        @Override
        public void saw(Field field, String value) {
            fields.add(field);
            values.add(value);
        }

        void tell(Filling filling, boolean isWritten) {
            for (int i = 0; i < fields.size(); i++) {
                filling.saw(fields.get(i), isWritten ? values.get(i) : "");
            }
        }
    }
}
