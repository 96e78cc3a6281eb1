package io.lotwire.lot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words by which JSON, CSV and templates name constants: {@code PRODUCTION_CODE} is {@code production-code}. */
public final class Word {
    /** Made once for each type: every event that is written has some. */
    private static final ClassValue<Words> WORDS = new ClassValue<>() {
        @Override
        protected Words computeValue(Class<?> type) {
            return Words.of(type.getEnumConstants());
        }
    };

    private Word() {}

    /** That of a constant. */
    @SuppressWarnings("EnumOrdinal") // An index into words of the same order, which are kept nowhere.
    public static String of(Enum<?> constant) {
        return WORDS.get(constant.getDeclaringClass()).words[constant.ordinal()];
    }

    /** The constant of a word, in capital or small letters; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        Words known = WORDS.get(type);
        for (int i = 0; i < known.words.length; i++) {
            if (known.words[i].equals(word)) {
                return Optional.of(type.cast(known.constants[i]));
            }
        }
        for (int i = 0; i < known.words.length; i++) {
            if (known.words[i].equalsIgnoreCase(word)) {
                return Optional.of(type.cast(known.constants[i]));
            }
        }
        return Optional.empty();
    }

    /** The constants of a type and their words, in their order. */
    private static final class Words {
        private final Object[] constants;
        private final String[] words;

        private Words(Object[] constants, String[] words) {
            this.constants = constants;
            this.words = words;
        }

        static Words of(Object[] constants) {
            return new Words(
                    constants,
                    Arrays.stream(constants)
                            .map(each -> ((Enum<?>) each)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .toArray(String[]::new));
        }
    }
}
