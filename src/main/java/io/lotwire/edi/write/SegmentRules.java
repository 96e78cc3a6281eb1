package io.lotwire.edi.write;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import java.util.HashMap;
import java.util.Map;

/** The rules of the segments of the set that is being written, looked up once each. */
final class SegmentRules {
    private final Grammar grammar;
    private final Map<String, SegmentRule> rules = new HashMap<>();
    private String set = "";
    private String version = "";

    SegmentRules(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The rule of a segment in a set and version; null where the grammar does not know it. */
    SegmentRule of(String id, String itsSet, String itsVersion) {
        if (!set.equals(itsSet) || !version.equals(itsVersion)) {
            set = itsSet;
            version = itsVersion;
            rules.clear();
        }
        SegmentRule known = rules.get(id);
        if (known == null && !rules.containsKey(id)) {
            known = grammar.segment(id, set, version).orElse(null);
            rules.put(id, known);
        }
        return known;
    }
}
