package io.lotwire.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recall with all that was done about it.
 *
 * @param id its number
 * @param scope what is recalled
 * @param reason why, in words
 * @param contact whom partners are to answer, {@code ""} where that is not said
 * @param drill whether it is only a drill: nothing is held, and only who agreed to it is told
 * @param openedBy who opened it
 * @param openedAt when
 * @param closedAt when it was closed; empty while it is open
 * @param affectedSha256 the SHA-256 of what was known to be affected when it was opened, as it is kept
 * @param notices who is to be told, and how that goes
 * @param events every step, oldest first
 */
public record Recall(
        long id,
        Scope scope,
        String reason,
        String contact,
        boolean drill,
        String openedBy,
        Instant openedAt,
        Optional<Instant> closedAt,
        String affectedSha256,
        List<Notice> notices,
        List<Event> events) {
    /** Who does what no person did. */
    public static final String GATEWAY = "lotwire";

    public Recall {
        notices = List.copyOf(notices);
        events = List.copyOf(events);
    }

    /** What can be done about a recall. */
    public enum Deed {
        OPENED,
        /** Lots may not be shipped from here on. */
        HELD,
        /** A notice waits to be sent. */
        QUEUED,
        /** A reminder waits to be sent. */
        REMINDED,
        /** It was sent; its receipt is awaited. */
        SENT,
        /** The wire says that it came. */
        CONFIRMED,
        /** The partner says by a 997 that they can read it. */
        ACCEPTED,
        /** It did not come, or the partner rejects it. */
        FAILED,
        /** The answer did not come as soon as agreed. */
        OVERDUE,
        /** The partner answered, as a person wrote down. */
        ANSWERED,
        NOTED,
        /** The record of it was written. */
        RECORDED,
        CLOSED
    }

    /**
     * A step.
     *
     * @param did what was done
     * @param at when
     * @param by who did it
     * @param about whom it concerns, {@code ""} for all
     * @param note in words, {@code ""} for none
     */
    public record Event(Deed did, Instant at, String by, String about, String note) {}
}
