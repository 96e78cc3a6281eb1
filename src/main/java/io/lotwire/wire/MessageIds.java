package io.lotwire.wire;

import java.util.UUID;

/** Ids of messages that we send, each used for one delivery however often it is sent (RFC 5322, 3.6.4). */
public final class MessageIds {
    private MessageIds() {}

    /** A new id, with its angle brackets. */
    public static String next() {
        return "<" + UUID.randomUUID() + "@lotwire>";
    }
}
