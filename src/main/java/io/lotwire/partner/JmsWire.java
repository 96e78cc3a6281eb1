package io.lotwire.partner;

import io.lotwire.yaml.FileLine;

/**
 * A queue of the gateway's message broker.
 *
 * @param queue the queue that we put messages on
 * @param at where the profile describes it
 */
public record JmsWire(String queue, FileLine at) implements Wire {
    @Override
    public WireKind kind() {
        return WireKind.JMS;
    }
}
