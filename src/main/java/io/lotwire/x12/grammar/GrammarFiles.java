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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the grammar's text files; their own first lines say how they are written. */
final class GrammarFiles {
    private static final Pattern REPEATED = Pattern.compile("\\(([^)]*)\\)\\*(\\d+)");
    private static final Pattern SET_ID = Pattern.compile("\\d{3}");
    private static final String UNBOUNDED = ">1";

    private GrammarFiles() {}

    static Grammar load() {
        Map<String, Set<String>> codes = new HashMap<>();
        for (String line : lines("codes.txt").orElseThrow()) {
            String[] words = words(line);
            codes.put(words[0], Set.copyOf(List.of(words).subList(1, words.length)));
        }
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

    private static ElementRule element(String line, Map<String, Set<String>> codes) {
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
                words[0], name, ElementType.valueOf(words[1]), lengths, codes.getOrDefault(words[0], Set.of()));
    }

    private static ElementRule.Length length(String range) {
        int slash = range.indexOf('/');
        return new ElementRule.Length(
                Integer.parseInt(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
    }

    private static SegmentRule segment(String line, Map<String, ElementRule> elements) {
        Matcher repeated = REPEATED.matcher(line);
        String[] words =
                words(repeated.replaceAll(match -> (match.group(1) + " ").repeat(Integer.parseInt(match.group(2)))));
        List<ElementUse> uses = new ArrayList<>();
        boolean more = words[words.length - 1].equals("...");
        for (int i = 1; i < (more ? words.length - 1 : words.length); i++) {
            String reference = words[i].substring(1);
            ElementRule rule = elements.get(reference);
            if (rule == null) {
                throw new IllegalStateException("segments.txt: " + words[0] + " uses element " + reference
                        + ", which elements.txt does not have");
            }
            uses.add(new ElementUse(rule, words[i].charAt(0) == 'M'));
        }
        return new SegmentRule(words[0], uses, more);
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
