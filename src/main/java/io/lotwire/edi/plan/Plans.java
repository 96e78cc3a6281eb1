package io.lotwire.edi.plan;

import io.lotwire.edi.grammar.Grammar;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The plans made from a grammar, each once. */
public final class Plans {
    private final Grammar grammar;
    private final Map<String, SetPlan> sets = new ConcurrentHashMap<>();

    /** Sets of one kind follow one another. */
    private volatile Answer last = new Answer("", "", Optional.empty());

    public Plans(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The plan of a set in a version; empty when there is no grammar for it. */
    public Optional<SetPlan> set(String id, String version) {
        Answer before = last;
        if (before.id.equals(id) && before.version.equals(version)) {
            return before.plan;
        }
        Answer answer = new Answer(id, version, find(id, version));
        last = answer;
        return answer.plan;
    }

    private Optional<SetPlan> find(String id, String version) {
        String key = id + " " + Grammar.holding(version);
        SetPlan known = sets.get(key);
        if (known == null) {
            known = grammar.set(id, version).map(SetPlan::new).orElse(null);
            if (known != null) {
                sets.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private record Answer(String id, String version, Optional<SetPlan> plan) {}
}
