package io.lotwire.gateway;

import java.util.UUID;

/** Ids of messages that we send, each used for one delivery however often it is sent (RFC 5322, 3.6.4). */
final class MessageIds {
    private MessageIds() {}

    /** A new id, with its angle brackets. */
    static String next() {
        return "<" + UUID.randomUUID() + "@lotwire>";
    }
}
