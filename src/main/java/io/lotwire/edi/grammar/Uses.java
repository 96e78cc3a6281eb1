package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of a segment or the components of a composite, with their conditions, as segments.txt writes them. */
record Uses(List<ElementUse> elements, List<Condition> conditions) {
    private static final Pattern REPEATED = Pattern.compile("\\(([^)]*)\\)\\*(\\d+)(P?)");

    /**
     * Reads what a line says in a version.
     *
     * @param line without the identifier at its start
     */
    static Uses read(String line, String version, Map<String, ElementRule> elements) {
        List<ElementUse> uses = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (String word : Lines.words(spelledOut(line))) {
            Optional<String> said = Versions.in(word, version);
            if (said.isEmpty()) {
                continue;
            }
            if (said.get().charAt(0) == 'M' || said.get().charAt(0) == 'O') {
                uses.add(use(said.get(), elements));
            } else {
                Condition condition = condition(said.get(), uses.size());
                if (condition != null) {
                    conditions.add(condition);
                }
            }
        }
        return new Uses(uses, conditions);
    }

    /** {@code O127} or {@code O127*5}. */
    private static ElementUse use(String word, Map<String, ElementRule> elements) {
        int star = word.indexOf('*');
        ElementRule rule = elements.get(word.substring(1, star < 0 ? word.length() : star));
        if (rule == null) {
            throw new IllegalStateException(word + " is no element that elements.txt or composites.txt has");
        }
        return new ElementUse(rule, word.charAt(0) == 'M', star < 0 ? 1 : Integer.parseInt(word.substring(star + 1)));
    }

    /** The line with each {@code (A B)*n} and {@code (A B)*nP} written out. */
    private static String spelledOut(String line) {
        if (line.indexOf('(') < 0) {
            return line;
        }
        Matcher repeated = REPEATED.matcher(line);
        StringBuilder elements = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        while (repeated.find()) {
            repeated.appendReplacement(elements, "");
            for (int i = 0; i < Integer.parseInt(repeated.group(2)); i++) {
                int before = Lines.words(elements.toString()).size();
                elements.append(' ').append(repeated.group(1));
                if (!repeated.group(3).isEmpty()) {
                    conditions.append(" P");
                    place(conditions, before + 1);
                    place(conditions, before + 2);
                }
            }
        }
        return repeated.appendTail(elements).append(conditions).toString();
    }

    private static void place(StringBuilder condition, int element) {
        condition.append(element < 10 ? "0" : "").append(element);
    }

    /**
     * {@code C0605} is: when element 6 is there, element 5 must be too.
     *
     * @param count elements that the version has
     * @return null when the version lacks the element that the condition is about, or leaves it nothing to compare
     */
    private static Condition condition(String word, int count) {
        long all = 0;
        for (int at = 1; at < word.length(); at += 2) {
            int place = Integer.parseInt(word.substring(at, at + 2));
            all |= place <= count ? Condition.bit(place) : 0;
        }
        int first = Integer.parseInt(word.substring(1, 3));
        return first <= count && Long.bitCount(all) > 1
                ? new Condition(Condition.Kind.valueOf(word.substring(0, 1)), first, all)
                : null;
    }
}
