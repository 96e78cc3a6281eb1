package io.lotwire.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sender hears, such as an MDN: kept with the inbox row, so that a repeat hears the same. */
public final class Reply {
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A reply.
     *
     * @param headers its header fields, in order
     * @param body its bytes as sent
     */
    public Reply(Map<String, String> headers, byte[] body) {
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body.clone();
    }

    /** Its header fields. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Its bytes as sent. */
    public byte[] body() {
        return body.clone();
    }
}
