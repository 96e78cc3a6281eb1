package io.lotwire.peer;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What became of each message, by its id: the first that is said of one counts. */
final class Outcomes {
    private static final long PATIENCE_SECONDS = 2;

    private final Map<String, CompletableFuture<String>> outcomes = new ConcurrentHashMap<>();

    /** Says what became of a message. */
    void say(String messageId, String outcome) {
        of(messageId).complete(outcome);
    }

    /** What was said of a message, or is within two seconds; else the words for silence. */
    String await(String messageId, String silence) throws InterruptedException {
        try {
            return of(messageId).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException nothing) {
            return silence;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was said of a message so far. */
    String now(String messageId, String silence) {
        return of(messageId).getNow(silence);
    }

    private CompletableFuture<String> of(String messageId) {
        return outcomes.computeIfAbsent(messageId, id -> new CompletableFuture<>());
    }
}
