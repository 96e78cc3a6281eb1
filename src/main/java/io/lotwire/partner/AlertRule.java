package io.lotwire.partner;

import io.lotwire.problem.ProblemCode;
import io.lotwire.yaml.FileLine;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told of doubts about lots.
 *
 * @param name its name, once in a profile
 * @param of of which doubts; each stands in one rule of a profile
 * @param days how many days before a lot expires that is told
 * @param tell who is told, in order
 * @param at where the profile says it
 */
public record AlertRule(String name, Set<ProblemCode> of, int days, List<Step> tell, FileLine at) {
    public AlertRule {
        of = Collections.unmodifiableSet(new LinkedHashSet<>(of));
        tell = List.copyOf(tell);
    }

    /** In which words somebody is told. */
    public enum As {
        /** Plain text, whose first line is its subject. */
        TEXT,
        /** JSON. */
        JSON
    }

    /**
     * Somebody who is told.
     *
     * @param partner by profile name
     * @param over over which wire of theirs
     * @param as in which words
     * @param after how long after the alert was made, when nobody has taken it by then
     * @param at where the profile says it
     */
    public record Step(String partner, WireKind over, As as, Duration after, FileLine at) {}
}
