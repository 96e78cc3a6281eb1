package io.lotwire.edi.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What codes stand for, in short words: {@code names.txt} for X12, {@code edifact/names.txt} for EDIFACT. */
public final class CodeWords {
    private static final class X12 {
        private static final Map<String, Map<String, String>> WORDS = read("names.txt");
    }

    private static final class Edifact {
        private static final Map<String, Map<String, String>> WORDS = read("edifact/names.txt");
    }

    private CodeWords() {}

    /**
     * A code of X12 in words.
     *
     * @param element its number in the dictionary, such as {@code 98}
     * @return empty where there are no words for it
     */
    public static Optional<String> x12(String element, String code) {
        return Optional.ofNullable(X12.WORDS.getOrDefault(element, Map.of()).get(code));
    }

    /** The same of EDIFACT, such as {@code 3035}. */
    public static Optional<String> edifact(String element, String code) {
        return Optional.ofNullable(Edifact.WORDS.getOrDefault(element, Map.of()).get(code));
    }

    /** Whether some codes of an element of EDIFACT have words: its directories do not tell codes from text. */
    public static boolean isCodedInEdifact(String element) {
        return Edifact.WORDS.containsKey(element);
    }

    private static Map<String, Map<String, String>> read(String resource) {
        Map<String, Map<String, String>> all = new HashMap<>();
        Map<String, String> ofElement = new HashMap<>();
        for (String line : Lines.of(resource)) {
            List<String> words = Lines.words(line);
            if (line.charAt(0) != ' ') {
                ofElement = new HashMap<>();
                require(words.size() == 1 && all.put(words.get(0), ofElement) == null, resource, line);
            } else {
                String said = String.join(" ", words.subList(1, words.size()));
                require(!said.isEmpty() && ofElement.put(words.get(0), said) == null, resource, line);
            }
        }
        return Map.copyOf(all);
    }

    private static void require(boolean good, String resource, String line) {
        if (!good) {
            throw new IllegalStateException(
                    resource + ": not an element or a code with its words, or said twice: " + line);
        }
    }
}
