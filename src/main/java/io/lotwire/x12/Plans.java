package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The plans made from a grammar, each once. */
final class Plans {
    private static final Plans STANDARD = new Plans(Grammar.standard());

    /** More versions than this are not remembered: their names come from outside. */
    private static final int VERSIONS = 64;

    private final Grammar grammar;
    private final Map<String, SetPlan> sets = new ConcurrentHashMap<>();
    private final Map<String, BySegment<SegmentPlan>> segments = new ConcurrentHashMap<>();

    private Plans(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The plans of the X12 standard. */
    static Plans standard() {
        return STANDARD;
    }

    /** The plan of a set; empty when there is no grammar for it. */
    Optional<SetPlan> set(String id) {
        SetPlan known = sets.get(id);
        if (known == null) {
            known = grammar.set(id).map(SetPlan::new).orElse(null);
            if (known != null) {
                sets.put(id, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** The plans of all segments in a version such as {@code 004010}. */
    BySegment<SegmentPlan> segments(String version) {
        BySegment<SegmentPlan> known = segments.get(version);
        if (known == null) {
            Map<String, SegmentPlan> plans = new HashMap<>();
            grammar.segments().forEach(rule -> plans.put(rule.id(), new SegmentPlan(rule, version)));
            known = new BySegment<>(plans);
            if (segments.size() < VERSIONS) {
                segments.put(version, known);
            }
        }
        return known;
    }
}
