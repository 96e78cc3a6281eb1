package io.lotwire.alert;

import java.time.Instant;
import java.util.List;

/**
 * Doubts that are told of together.
 *
 * @param id its number
 * @param rule by what it is told, such as {@code northgate-distribution/doubtful-lots}
 * @param subject what it is about
 * @param state how far it is
 * @param openedAt since when it is there
 * @param codes what kinds of doubts it has, each once
 * @param doubts how many there are
 */
public record Alert(
        long id, String rule, Subject subject, State state, Instant openedAt, List<String> codes, int doubts) {
    /** Who writes down what nobody in particular did. */
    public static final String GATEWAY = "gateway";

    public Alert {
        codes = List.copyOf(codes);
    }

    /** How far an alert is. */
    public enum State {
        /** Nobody has taken it: the next is told when it is time. */
        OPEN,
        /** Somebody looks after it: nobody else is told. */
        TAKEN,
        /** It is settled. */
        CLOSED
    }

    /** What is done about an alert. */
    public enum Deed {
        /** It was made. */
        OPENED,
        /** Somebody is told. */
        TOLD,
        /** Somebody took it. */
        TAKEN,
        /** Somebody settled it. */
        CLOSED
    }

    /**
     * Somebody who is told, or was.
     *
     * @param ordinal which step, from 1
     * @param partner by profile name
     * @param wire over which wire
     * @param format in which words
     * @param dueAt from when on
     * @param delivery the number of the delivery, 0 while there is none
     * @param delivered how far that is, {@code ""} while there is none
     */
    public record Step(
            int ordinal, String partner, String wire, String format, Instant dueAt, long delivery, String delivered) {}

    /**
     * Something that was done.
     *
     * @param did what
     * @param at when
     * @param by by whom
     * @param note what else there is to say, {@code ""} for nothing
     */
    public record Event(Deed did, Instant at, String by, String note) {}
}
