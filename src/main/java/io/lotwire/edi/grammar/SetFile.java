package io.lotwire.edi.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a set's file, such as 856.txt. */
final class SetFile {
    private static final Pattern SET_ID = Pattern.compile("\\d{3}");
    private static final Set<String> MESSAGES = Set.of("APERAK", "CONTRL", "DESADV", "INVRPT", "RECADV");
    private static final String UNBOUNDED = ">1";

    /** Goes before the segment that a total counts. */
    private static final String COUNTS = "counts";

    private final String version;
    private final Map<String, SegmentRule> segments;
    private final Deque<OpenLoop> open = new ArrayDeque<>();
    private String counted = "";

    private SetFile(String version, Map<String, SegmentRule> segments) {
        this.version = version;
        this.segments = segments;
    }

    /** Whether a set may have a file; few identifiers may, so that what is known of them can be kept. */
    static boolean mayBeThere(String id) {
        return SET_ID.matcher(id).matches() || MESSAGES.contains(id);
    }

    /** The set in a version; empty when it is not known, or not in that version. */
    static Optional<SetRule> read(String id, String version, Map<String, SegmentRule> segments) {
        return mayBeThere(id)
                ? lines(id, version).flatMap(lines -> new SetFile(version, segments).set(id, lines))
                : Optional.empty();
    }

    /** Each directory of UN/EDIFACT has a folder for its messages; CONTRL is the same in all. */
    private static Optional<List<String>> lines(String id, String version) {
        String folder = Versions.folder(version);
        Optional<List<String>> everywhere = Lines.ifThere(folder + id + ".txt");
        return everywhere.isPresent() || folder.isEmpty()
                ? everywhere
                : Lines.ifThere(folder + version + "/" + id + ".txt");
    }

    private Optional<SetRule> set(String id, List<String> lines) {
        List<String> head = Lines.words(lines.get(0));
        if (head.size() > 2 && !Versions.isFrom(head.get(3), version)) {
            return Optional.empty();
        }
        open.push(new OpenLoop(
                -1, segment(Versions.isDirectory(version) ? "UNH" : "ST"), true, 1, true, new ArrayList<>()));
        lines.subList(1, lines.size()).forEach(this::line);
        while (open.size() > 1) {
            close();
        }
        return Optional.of(new SetRule(id, head.get(1), open.element().rule(), counted));
    }

    private void line(String line) {
        int indent = line.length() - line.stripLeading().length();
        while (indent <= open.element().indent()) {
            close();
        }
        List<String> words = Lines.words(line);
        boolean holds = open.element().holds();
        int at = 0;
        if (words.get(0).equals("from") || words.get(0).equals("before")) {
            holds &= Versions.isFrom(words.get(1), version) == words.get(0).equals("from");
            at = 2;
        }
        boolean loop = words.get(at).equals("loop");
        at += loop ? 1 : 0;
        boolean required = words.get(at + 1).equals("M");
        int most = most(words.get(at + 2));
        int changes = words.size();
        if (words.contains(COUNTS)) {
            changes = words.indexOf(COUNTS);
            counted = words.get(changes + 1);
        }
        for (String change : words.subList(at + 3, changes)) {
            String said = Versions.in(change, version).orElse("");
            if (said.equals("M") || said.equals("O")) {
                required = said.equals("M");
            } else if (!said.isEmpty()) {
                most = most(said);
            }
        }
        if (loop) {
            open.push(new OpenLoop(
                    indent, holds ? segment(words.get(at)) : null, required, most, holds, new ArrayList<>()));
        } else if (holds) {
            open.element().parts().add(new SegmentUse(segment(words.get(at)), required, most, List.of()));
        }
    }

    private SegmentRule segment(String id) {
        SegmentRule rule = segments.get(id);
        if (rule == null) {
            throw new IllegalStateException("segments.txt has no " + id + " for version " + version);
        }
        return rule;
    }

    private static int most(String word) {
        return word.equals(UNBOUNDED) ? Integer.MAX_VALUE : Integer.parseInt(word);
    }

    private void close() {
        OpenLoop closed = open.pop();
        if (closed.holds()) {
            open.element().parts().add(closed.rule());
        }
    }

    private record OpenLoop(
            int indent, SegmentRule segment, boolean required, int most, boolean holds, List<Part> parts) {
        LoopRule rule() {
            return new LoopRule(segment, required, most, parts, List.of());
        }
    }
}
