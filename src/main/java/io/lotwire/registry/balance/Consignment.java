package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one document sent of a lot from one place to another, in one unit, and what of it was received.
 *
 * @param from where it left; its number is 0 where that is not told
 * @param to where it went; its number is 0 where that is not told
 * @param unit in what unit
 * @param document the document
 * @param leaves when it left, null where that is not told
 * @param sent how much
 * @param received how much of it receipts tell; where no receipt tells of any, it may have arrived all the same
 * @param missed how much receipts tell to be missing of what went this way
 * @param missedBy the documents that tell it
 * @param state what is known of its arrival
 */
public record Consignment(
        TracedParty from,
        TracedParty to,
        String unit,
        DocumentName document,
        Moment leaves,
        Amount sent,
        Amount received,
        BigDecimal missed,
        List<DocumentName> missedBy,
        State state) {
    public Consignment {
        missedBy = List.copyOf(missedBy);
    }

    /** What is known of the arrival of what was sent. */
    public enum State {
        /** No receipt tells of any of it. */
        OPEN,
        /** Receipts tell of it. */
        RECEIVED,
        /** No receipt tells of it, but goods of it left again. */
        ARRIVED,
        /** It was sent in one unit and received in another, and nothing says how many of one the other is. */
        INCOMPARABLE
    }

    /** How much of it is under way, as far as documents tell. */
    public Amount underWay() {
        return state == State.OPEN || state == State.RECEIVED ? sent.without(received) : Amount.NONE;
    }

    /** By how much more was surely received than was sent. */
    public BigDecimal over() {
        return state == State.RECEIVED ? sent.lacks(received) : BigDecimal.ZERO;
    }

    /** By how much less was surely received than was sent; nothing where nothing was. */
    public BigDecimal shortfall() {
        return state == State.RECEIVED ? received.lacks(sent) : BigDecimal.ZERO;
    }
}
