package io.lotwire.ledger;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A delivery that is due.
 *
 * @param key what it delivers, to whom: the same key is delivered once
 * @param kind why it is sent
 * @param partner to whom, by profile name
 * @param subscription the subscription's name, or the acknowledgement's identifier, such as {@code 997}
 * @param format the document's format, such as {@code x12-856}, {@code epcis}, {@code 997}
 * @param wire how it is sent
 * @param inboxId the inbox row that caused it; 0 for a notice or an alert, which none did
 * @param setId the transaction set that caused it, where it is one
 * @param events the lot events it carries
 * @param written its document, when that is written already; where its file name has {@link #NUMBER}, it gets the
 *     delivery's number
 * @param by by what that was written, where that is known
 */
public record NewDelivery(
        String key,
        DeliveryKind kind,
        String partner,
        String subscription,
        String format,
        String wire,
        long inboxId,
        OptionalLong setId,
        EventChoice events,
        Optional<WrittenDocument> written,
        Optional<WrittenBy> by) {
    /** Stands for the delivery's number in a file name. */
    public static final String NUMBER = "{delivery}";

    /** What a partner's subscription gets of a transaction set. */
    public static NewDelivery ofSubscription(
            String partner,
            String subscription,
            String format,
            String wire,
            long inboxId,
            long setId,
            EventChoice events) {
        return new NewDelivery(
                "set " + setId + " for " + partner + "/" + subscription
                        + (events.of() == 1 ? "" : ", part " + events.part()),
                DeliveryKind.SUBSCRIPTION,
                partner,
                subscription,
                format,
                wire,
                inboxId,
                OptionalLong.of(setId),
                events,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with its document, written already. */
    public NewDelivery written(WrittenDocument document, WrittenBy writtenBy) {
        return new NewDelivery(
                key,
                kind,
                partner,
                subscription,
                format,
                wire,
                inboxId,
                setId,
                events,
                Optional.of(document),
                Optional.of(writtenBy));
    }

    /**
     * A notice of a recall.
     *
     * @param key which notice it is: the same is sent once
     * @param format {@code 864}, {@code csv}, ...
     */
    public static NewDelivery ofNotice(String key, String partner, String name, String format, String wire) {
        return new NewDelivery(
                key,
                DeliveryKind.NOTICE,
                partner,
                name,
                format,
                wire,
                0,
                OptionalLong.empty(),
                EventChoice.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An alert about lots.
     *
     * @param key which alert and which step of it this is: the same is sent once
     * @param rule the name of what was agreed
     * @param format {@code text} or {@code json}
     */
    public static NewDelivery ofAlert(
            String key, String partner, String rule, String format, String wire, WrittenDocument written) {
        return new NewDelivery(
                key,
                DeliveryKind.ALERT,
                partner,
                rule,
                format,
                wire,
                0,
                OptionalLong.empty(),
                EventChoice.NONE,
                Optional.of(written),
                Optional.empty());
    }

    /**
     * An acknowledgement.
     *
     * @param format {@code 997}, {@code 999}, {@code TA1}, ...
     * @param acknowledged what of the inbox row it acknowledges, such as {@code interchange 000000123, group 45}
     */
    public static NewDelivery ofAcknowledgement(
            String partner, String format, String wire, long inboxId, String acknowledged, WrittenDocument written) {
        return new NewDelivery(
                format + " of inbox " + inboxId + ", " + acknowledged,
                DeliveryKind.ACKNOWLEDGEMENT,
                partner,
                format,
                format,
                wire,
                inboxId,
                OptionalLong.empty(),
                EventChoice.NONE,
                Optional.of(written),
                Optional.empty());
    }
}
