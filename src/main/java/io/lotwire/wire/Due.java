package io.lotwire.wire;

import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.Outbox;
import java.time.Instant;

/**
 * A delivery that a sender should look at.
 *
 * @param id its number in the outbox
 * @param queue the queue of its partner and wire
 * @param once the same for the same attempt within half a minute: the broker drops what it has seen before
 */
public record Due(long id, String queue, String once) {
    /** The queue of receipts that are posted: a partner whose messages do not get through still hears of its own. */
    public static final String AS2_MDN = "as2-mdn";

    private static final long SECONDS_ONCE = 30;

    public static Due of(DueDelivery delivery, Instant now) {
        long period = now.getEpochSecond() / SECONDS_ONCE;
        return new Due(
                delivery.id(),
                queueFor(delivery.way()),
                "delivery-" + delivery.id() + "-" + delivery.since().toEpochMilli() + "-" + period);
    }

    /** The queue of a way to a partner. */
    public static String queueFor(Outbox.Way way) {
        return queueFor(way.partner(), way.wire());
    }

    /** The queue of a partner's wire. */
    public static String queueFor(String partner, String wire) {
        return "lotwire.deliver." + partner + "." + wire;
    }
}
