package io.lotwire.x12.grammar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sets, segments and elements that are known, as the resource files beside this class say. */
public final class Grammar {
    /** The segment that opens a level, and the loop it opens. */
    public static final String LEVEL = "HL";

    /** The earliest version that the elements are known for. */
    public static final String EARLIEST_VERSION = "004010";

    private static final class Standard {
        private static final Grammar GRAMMAR = GrammarFiles.load();
    }

    private final Map<String, SegmentRule> segments;
    private final Map<String, List<Integer>> pairs = new ConcurrentHashMap<>();
    private final Map<String, Optional<SetRule>> sets = new ConcurrentHashMap<>();

    Grammar(Map<String, SegmentRule> segments) {
        this.segments = Map.copyOf(segments);
    }

    /** The X12 standard, as far as the gateway uses it. */
    public static Grammar standard() {
        return Standard.GRAMMAR;
    }

    /** The set with this identifier; empty when it is not known. */
    public Optional<SetRule> set(String id) {
        return sets.computeIfAbsent(id, GrammarFiles::loadSet);
    }

    /** The segment with this identifier; empty when it is not known. */
    public Optional<SegmentRule> segment(String id) {
        return Optional.ofNullable(segments.get(id));
    }

    /** Places, from 1, of the qualifiers in a segment's qualifier and value pairs; none when it is not known. */
    public List<Integer> pairs(String segmentId) {
        SegmentRule rule = segments.get(segmentId);
        return rule == null ? List.of() : pairs.computeIfAbsent(segmentId, id -> rule.pairs());
    }
}
