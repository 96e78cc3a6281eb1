package io.lotwire.recall;

import io.lotwire.ledger.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One that is to be told of a recall, and how that goes.
 *
 * @param id its number
 * @param name what people call them
 * @param partner their profile's name, {@code ""} when they have none
 * @param telephone what is known to reach them by, {@code ""} for nothing
 * @param sure whether they surely got some of it
 * @param sends whether they are told by messages
 * @param format in which format, {@code ""} when they are not
 * @param wire over which wire, likewise
 * @param answerBy when their answer is due; empty when none is awaited
 * @param overdue whether it is late
 * @param answeredAt when they answered; empty when they did not
 * @param sendings the notice and its reminders, in order
 */
public record Notice(
        long id,
        String name,
        String partner,
        String telephone,
        boolean sure,
        boolean sends,
        String format,
        String wire,
        Optional<Instant> answerBy,
        boolean overdue,
        Optional<Instant> answeredAt,
        List<Sending> sendings) {
    public Notice {
        sendings = List.copyOf(sendings);
    }

    /** How far it is. */
    public enum State {
        /** Nothing is agreed: a person is to tell them. */
        BY_TELEPHONE,
        /** It is a drill, and no test is agreed: they are not told. */
        NOT_TOLD,
        /** It is on its way. */
        DUE,
        /** It was sent, and its receipt is awaited. */
        SENT,
        /** It came: the wire says so, or the partner by a 997. */
        CONFIRMED,
        /** It did not come, or they reject it: a person is to look. */
        FAILED,
        /** They answered. */
        ANSWERED
    }

    /**
     * What was sent.
     *
     * @param delivery its number in the outbox
     * @param ordinal 0 for the notice, from 1 for reminders
     * @param state how far it is
     * @param confirmation what the wire or the partner said, {@code ""} for nothing yet
     */
    public record Sending(long delivery, int ordinal, DeliveryState state, String confirmation) {}

    /** How far it is: of all that was sent, what is best counts. */
    public State state(boolean drill) {
        if (answeredAt.isPresent()) {
            return State.ANSWERED;
        }
        if (!sends) {
            return drill ? State.NOT_TOLD : State.BY_TELEPHONE;
        }
        return sendings.stream()
                .map(sending -> state(sending.state()))
                .max(Enum::compareTo)
                .map(best ->
                        best == State.FAILED && sendings.stream().anyMatch(Notice::hasCome) ? State.CONFIRMED : best)
                .orElse(State.DUE);
    }

    private static boolean hasCome(Sending sending) {
        return state(sending.state()) == State.CONFIRMED;
    }

    private static State state(DeliveryState state) {
        return switch (state) {
            case NEW, WRITTEN -> State.DUE;
            case SENT -> State.SENT;
            case CONFIRMED, ACCEPTED -> State.CONFIRMED;
            case REJECTED, PARKED, DISMISSED -> State.FAILED;
        };
    }
}
