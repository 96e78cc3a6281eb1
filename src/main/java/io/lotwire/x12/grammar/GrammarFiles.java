package io.lotwire.x12.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the grammar's text files; their own first lines say how they are written. */
final class GrammarFiles {
    private static final Pattern REPEATED = Pattern.compile("\\(([^)]*)\\)\\*(\\d+)(P?)");
    private static final Pattern CONDITION = Pattern.compile("[PRECL](?:\\d{2}){2,}");
    private static final Pattern SET_ID = Pattern.compile("\\d{3}");
    private static final String UNBOUNDED = ">1";

    private GrammarFiles() {}

    static Grammar load() {
        Map<String, ElementRule.Codes> codes = codes(lines("codes.txt").orElseThrow());
        Map<String, ElementRule> elements = new HashMap<>();
        for (String line : lines("elements.txt").orElseThrow()) {
            ElementRule element = element(line, codes);
            elements.put(element.reference(), element);
        }
        Map<String, SegmentRule> segments = new HashMap<>();
        for (String line : lines("segments.txt").orElseThrow()) {
            SegmentRule segment = segment(line, elements);
            segments.put(segment.id(), segment);
        }
        return new Grammar(segments);
    }

    static Optional<SetRule> loadSet(String id) {
        return SET_ID.matcher(id).matches() ? lines(id + ".txt").map(lines -> set(id, lines)) : Optional.empty();
    }

    private static Map<String, ElementRule.Codes> codes(List<String> lines) {
        Map<String, ElementRule.Codes> codes = new HashMap<>();
        int at = 0;
        while (at < lines.size()) {
            StringBuilder list = new StringBuilder(lines.get(at++));
            while (at < lines.size() && lines.get(at).startsWith(" ")) {
                list.append(lines.get(at++));
            }
            List<String> words = List.of(words(list.toString()));
            String[] element = words.get(0).split("/", -1);
            codes.put(
                    element[0],
                    new ElementRule.Codes(
                            Set.copyOf(words.subList(1, words.size())), element.length > 1 ? element[1] : ""));
        }
        return codes;
    }

    private static ElementRule element(String line, Map<String, ElementRule.Codes> codes) {
        String[] words = words(line);
        TreeMap<String, ElementRule.Length> lengths = new TreeMap<>();
        lengths.put(Grammar.EARLIEST_VERSION, length(words[2]));
        int at = 3;
        while (at < words.length && words[at].contains("=")) {
            String version = words[at].substring(0, words[at].indexOf('='));
            lengths.put(version, length(words[at].substring(version.length() + 1)));
            at++;
        }
        String name = String.join(" ", List.of(words).subList(at, words.length));
        return new ElementRule(
                words[0],
                name,
                ElementType.valueOf(words[1]),
                lengths,
                codes.getOrDefault(words[0], ElementRule.Codes.ANY));
    }

    private static ElementRule.Length length(String range) {
        int slash = range.indexOf('/');
        return new ElementRule.Length(
                Integer.parseInt(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
    }

    private static SegmentRule segment(String line, Map<String, ElementRule> elements) {
        String[] words = words(spelledOut(line));
        List<ElementUse> uses = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        boolean more = false;
        for (String word : List.of(words).subList(1, words.length)) {
            if (word.equals("...")) {
                more = true;
            } else if (CONDITION.matcher(word).matches()) {
                conditions.add(condition(word));
            } else {
                ElementRule rule = elements.get(word.substring(1));
                if (rule == null) {
                    throw new IllegalStateException(
                            "segments.txt: " + words[0] + " has " + word + ", which elements.txt does not have");
                }
                uses.add(new ElementUse(rule, word.charAt(0) == 'M'));
            }
        }
        return new SegmentRule(words[0], uses, conditions, more);
    }

    /** The line with each {@code (A B)*n} and {@code (A B)*nP} written out. */
    private static String spelledOut(String line) {
        Matcher repeated = REPEATED.matcher(line);
        StringBuilder elements = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        while (repeated.find()) {
            repeated.appendReplacement(elements, "");
            for (int i = 0; i < Integer.parseInt(repeated.group(2)); i++) {
                int before = words(elements.toString()).length - 1;
                elements.append(' ').append(repeated.group(1));
                if (!repeated.group(3).isEmpty()) {
                    conditions.append(String.format(Locale.ROOT, " P%02d%02d", before + 1, before + 2));
                }
            }
        }
        return repeated.appendTail(elements).append(conditions).toString();
    }

    /** {@code C0605} is: when element 6 is there, element 5 must be too. */
    private static Condition condition(String word) {
        long all = 0;
        for (int at = 1; at < word.length(); at += 2) {
            all |= Condition.bit(Integer.parseInt(word.substring(at, at + 2)));
        }
        return new Condition(Condition.Kind.valueOf(word.substring(0, 1)), Integer.parseInt(word.substring(1, 3)), all);
    }

    private static SetRule set(String id, List<String> lines) {
        Deque<OpenLoop> open = new ArrayDeque<>();
        open.push(new OpenLoop(-1, "ST", true, 1, new ArrayList<>()));
        String functionalId = words(lines.get(0))[1];
        for (String line : lines.subList(1, lines.size())) {
            int indent = line.length() - line.stripLeading().length();
            while (indent <= open.element().indent()) {
                close(open);
            }
            String[] words = words(line);
            boolean loop = words[0].equals("loop");
            int at = loop ? 1 : 0;
            boolean required = words[at + 1].equals("M");
            int most = words[at + 2].equals(UNBOUNDED) ? Integer.MAX_VALUE : Integer.parseInt(words[at + 2]);
            if (loop) {
                open.push(new OpenLoop(indent, words[at], required, most, new ArrayList<>()));
            } else {
                open.element().parts().add(new SegmentUse(words[at], required, most));
            }
        }
        while (open.size() > 1) {
            close(open);
        }
        return new SetRule(id, functionalId, open.element().rule());
    }

    private static void close(Deque<OpenLoop> open) {
        LoopRule closed = open.pop().rule();
        open.element().parts().add(closed);
    }

    private static Optional<List<String>> lines(String resource) {
        try (InputStream in = GrammarFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(reader.lines()
                    .map(line -> line.contains("#") ? line.substring(0, line.indexOf('#')) : line)
                    .filter(line -> !line.isBlank())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the grammar file " + resource, e);
        }
    }

    private static String[] words(String line) {
        return line.strip().split("\\s+", -1);
    }

    private record OpenLoop(int indent, String id, boolean required, int most, List<Part> parts) {
        LoopRule rule() {
            return new LoopRule(id, required, most, parts);
        }
    }
}
