package io.lotwire.wire;

import org.jboss.logging.MDC;

/** While open, every log line of this thread carries the number of the inbox row that is worked on. */
public final class InterchangeLog implements AutoCloseable {
    private static final String KEY = "interchange";

    private InterchangeLog() {}

    public static InterchangeLog about(long inboxId) {
        MDC.put(KEY, Long.toString(inboxId));
        return new InterchangeLog();
    }

    @Override
    public void close() {
        MDC.remove(KEY);
    }
}
