package io.lotwire.partner;

import io.lotwire.yaml.FileLine;

/**
 * Queues and topics of the gateway's message broker.
 *
 * @param send where we put messages, null when we send none
 * @param receive where we take messages, null when we take none
 * @param at where the profile describes it
 */
public record JmsWire(Destination send, Destination receive, FileLine at) implements Wire {

    /**
     * A queue or a topic.
     *
     * @param kind which of both
     * @param name its name
     */
    public record Destination(Kind kind, String name) {}

    /** How messages are shared out. */
    public enum Kind {
        /** Each message to one taker. */
        QUEUE,
        /** Each message to all who have subscribed. */
        TOPIC
    }

    @Override
    public WireKind kind() {
        return WireKind.JMS;
    }

    @Override
    public boolean sends() {
        return send != null;
    }
}
