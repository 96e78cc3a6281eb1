package io.lotwire.gateway;

import org.jboss.logging.MDC;

/** While open, every log line of this thread carries the number of the inbox row that is worked on. */
final class InterchangeLog implements AutoCloseable {
    private static final String KEY = "interchange";

    private InterchangeLog() {}

    static InterchangeLog about(long inboxId) {
        MDC.put(KEY, Long.toString(inboxId));
        return new InterchangeLog();
    }

    @Override
    public void close() {
        MDC.remove(KEY);
    }
}
