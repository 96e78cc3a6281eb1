package io.lotwire.compliance.request;

import io.lotwire.compliance.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a regulator asked for.
 *
 * @param id its number
 * @param askedBy who asked
 * @param what in their words
 * @param selection which lot events that are
 * @param openedAt when it was asked
 * @param dueAt when the answer is due
 * @param closedAt when it was closed; empty while it is open
 * @param steps what was done about it, oldest first
 */
public record Request(
        long id,
        String askedBy,
        String what,
        Selection selection,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> closedAt,
        List<Step> steps) {
    /** The time that the rule gives, where no other was agreed (21 CFR 1.1455(c)(1)). */
    public static final Duration TIME = Duration.ofHours(24);

    public Request {
        steps = List.copyOf(steps);
    }

    /** What can be done about a request. */
    public enum Deed {
        OPENED,
        PACKAGED,
        NOTED,
        CLOSED
    }

    /**
     * A step.
     *
     * @param did what was done
     * @param by who did it
     * @param at when
     * @param note in their words, {@code ""} for none
     * @param sha256 of the package that was made, {@code ""} for none
     */
    public record Step(Deed did, String by, Instant at, String note, String sha256) {}

    /** How much of its time is left, in words. */
    public String timeLeft(Instant now) {
        if (closedAt.isPresent()) {
            return closedAt.get().isAfter(dueAt)
                    ? "closed " + words(Duration.between(dueAt, closedAt.get())) + " late"
                    : "closed in time";
        }
        Duration left = Duration.between(now, dueAt);
        return left.isNegative() ? words(left.negated()) + " late" : words(left) + " left";
    }

    private static String words(Duration time) {
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
