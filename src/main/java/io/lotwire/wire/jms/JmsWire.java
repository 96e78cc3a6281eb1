package io.lotwire.wire.jms;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.FileLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    public record Destination(Kind kind, String name) {
        private String in() {
            return kind.word() + " '" + name + "'";
        }
    }

    /** How messages are shared out. */
    public enum Kind {
        /** Each message to one taker. */
        QUEUE,
        /** Each message to all who have subscribed. */
        TOPIC;

        /** The word of profiles and routes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public WireKind kind() {
        return new JmsKind();
    }

    @Override
    public boolean sends() {
        return send != null;
    }

    /** What comes from a queue is taken for its partner's, so it may have only one. */
    @Override
    public List<String> identities() {
        return receive == null ? List.of() : List.of("JMS " + receive.in() + " to receive from");
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        if (send != null) {
            words.add("JMS: we send to " + send.kind().word() + " " + send.name());
        }
        if (receive != null) {
            words.add("JMS: we receive from " + receive.kind().word() + " " + receive.name());
        }
        return words;
    }
}
