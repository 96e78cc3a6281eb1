package io.lotwire.edi.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads elements.txt, composites.txt and codes.txt. */
final class ElementFiles {
    private static final String FROM = "from ";

    private final String version;
    private final Map<String, ElementRule> elements = new HashMap<>();

    private ElementFiles(String version) {
        this.version = version;
    }

    /** The elements of a version, by their number in the dictionary. */
    static Map<String, ElementRule> read(String version) {
        ElementFiles files = new ElementFiles(version);
        Map<String, Set<String>> codes = files.codes();
        String folder = Versions.folder(version);
        for (String line : Lines.of(folder + "elements.txt")) {
            files.element(line, codes);
        }
        for (String line : Lines.of(folder + "composites.txt")) {
            files.composite(line);
        }
        return files.elements;
    }

    private void element(String line, Map<String, Set<String>> codes) {
        List<String> words = Lines.words(line);
        String length = words.get(2);
        int at = 3;
        while (words.get(at).contains("=")) {
            length = Versions.in(words.get(at), version).orElse(length);
            at++;
        }
        String reference = words.get(0);
        int slash = length.indexOf('/');
        elements.put(
                reference,
                new ElementRule(
                        reference,
                        String.join(" ", words.subList(at, words.size())),
                        ElementType.valueOf(words.get(1)),
                        new ElementRule.Length(
                                Integer.parseInt(length.substring(0, slash)),
                                Integer.parseInt(length.substring(slash + 1))),
                        codes.getOrDefault(reference, Set.of()),
                        codes.getOrDefault(reference, Set.of()),
                        Set.of(),
                        List.of(),
                        List.of()));
    }

    private void composite(String said) {
        String line = said;
        if (line.startsWith(FROM)) {
            int end = line.indexOf(' ', FROM.length());
            if (!Versions.isFrom(line.substring(FROM.length(), end), version)) {
                return;
            }
            line = line.substring(end + 1);
        }
        int space = line.indexOf(' ');
        int colon = line.indexOf(':');
        String reference = line.substring(0, space);
        Uses uses = Uses.read(line.substring(colon + 1), version, elements);
        elements.put(
                reference,
                new ElementRule(
                        reference,
                        line.substring(space + 1, colon),
                        ElementType.AN,
                        ElementRule.Length.ANY,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        uses.elements(),
                        uses.conditions()));
    }

    private Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new HashMap<>();
        Set<String> list = new HashSet<>();
        boolean holds = true;
        for (String line : Lines.of(Versions.folder(version) + "codes.txt")) {
            List<String> words = Lines.words(line);
            if (words.get(0).equals("open")) {
                if (Versions.isFrom(words.get(1), version)) {
                    return Map.of();
                }
                continue;
            }
            if (!line.startsWith(" ")) {
                list = new HashSet<>();
                codes.put(words.get(0), list);
                words = words.subList(1, words.size());
                holds = true;
            }
            for (String word : words) {
                if (word.endsWith("=")) {
                    holds = Versions.isFrom(word.substring(0, word.length() - 1), version);
                } else if (holds) {
                    list.add(word);
                }
            }
        }
        return codes;
    }
}
