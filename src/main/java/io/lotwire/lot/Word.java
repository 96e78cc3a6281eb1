package io.lotwire.lot;

import java.util.Locale;
import java.util.Optional;

/** The words by which JSON, CSV and templates name constants: {@code PRODUCTION_CODE} is {@code production-code}. */
public final class Word {
    private Word() {}

    /** That of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word, in capital or small letters; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equalsIgnoreCase(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
