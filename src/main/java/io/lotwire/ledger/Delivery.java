package io.lotwire.ledger;

import java.util.Optional;

/**
 * A delivery in the outbox, for whoever looks at it. A step that works on one takes {@link ToWrite}, {@link ToSend} or
 * {@link MdnToPost}.
 *
 * @param id its number
 * @param cargo what it brings
 * @param way to whom and how
 * @param attempts how often it was tried in vain since it was last due from the start
 * @param heard what the partner last said of it, in words
 * @param progress how far it has come
 */
public record Delivery(
        long id, Cargo cargo, Outbox.Way way, int attempts, Optional<String> heard, DeliveryProgress progress) {
    /** How far it has come, in one word. */
    public DeliveryState state() {
        return progress.state();
    }

    /** What kind of delivery it is. */
    public DeliveryKind kind() {
        return cargo.kind();
    }

    /** To whom, by profile name. */
    public String partner() {
        return way.partner();
    }

    /** How it is sent. */
    public String wire() {
        return way.wire();
    }

    /** What it is written in, such as {@code epcis} or {@code 997}. */
    public String format() {
        return cargo.format();
    }

    /** The inbox row that caused it. */
    public long inboxId() {
        return cargo.inboxId();
    }

    /** The document or acknowledgement as it is sent, once it is written. */
    public Optional<WrittenDocument> document() {
        return progress.content().filter(WrittenDocument.class::isInstance).map(WrittenDocument.class::cast);
    }

    /** What the wire confirmed, once it did. */
    public Optional<Confirmation> confirmation() {
        return progress.confirmation();
    }

    /** Why it waits for its next attempt, or for a person. */
    public Optional<Cause> cause() {
        return progress.cause();
    }
}
