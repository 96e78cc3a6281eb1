package io.lotwire.edi.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads segments.txt. */
final class SegmentFile {
    private SegmentFile() {}

    /** The segments of a version, by their identifier. */
    static Map<String, SegmentRule> read(String version) {
        Map<String, ElementRule> elements = ElementFiles.read(version);
        Map<String, SegmentRule> segments = new HashMap<>();
        for (String line : Lines.of(Versions.folder(version) + "segments.txt")) {
            List<String> words = Lines.words(line);
            boolean marked = words.get(0).equals("from");
            if (marked && !Versions.isFrom(words.get(1), version)) {
                continue;
            }
            int at = marked ? 2 : 0;
            Uses uses = Uses.read(String.join(" ", words.subList(at + 1, words.size())), version, elements);
            String id = words.get(at);
            segments.put(id, new SegmentRule(id, uses.elements(), uses.conditions()));
        }
        return Map.copyOf(segments);
    }
}
