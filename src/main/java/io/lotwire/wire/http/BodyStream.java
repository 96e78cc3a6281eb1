package io.lotwire.wire.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The body of a request: the event loop fills it as bytes come, one other thread reads it. When too much waits to be
 * read, the connection is not read on until there is room; when nothing comes for too long, reading fails.
 */
public final class BodyStream extends InputStream {
    /** When so many bytes wait to be read, no more are taken from the connection until half of them are. */
    static final int MOST_WAITING = 256 * 1024;

    /** A body that is no larger is awaited by the event loop, so that the thread that reads it need not wait. */
    private static final int SMALL = 64 * 1024;

    /** But no longer than this: whoever is not to be let in hears so, though the body does not come. */
    private static final Duration MOST_AWAITED = Duration.ofMillis(50);

    /** Stands for the end, after which nothing comes. */
    private static final Buffer END = Buffer.buffer();

    /** The body is larger than Quarkus is told to take. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("the body is larger than " + limit + " bytes");
        }
    }

    private final HttpServerRequest request;
    private final Context eventLoop;
    private final long limit;
    private final Duration mostPause;
    private final BlockingQueue<Buffer> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private volatile IOException failure;

    // The event loop's.
    private Runnable reader;
    private long timer = -1;
    private long bytes;
    private boolean held;
    private boolean closed;

    // The reader's.
    private boolean continueExpected;
    private Buffer current = END;
    private int readOfCurrent;
    private boolean ended;

    private BodyStream(HttpServerRequest request, Context eventLoop, long limit, Duration mostPause) {
        this.request = request;
        this.eventLoop = eventLoop;
        this.limit = limit;
        this.mostPause = mostPause;
        this.continueExpected = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /**
     * The body of a request, which does not come in before it is told to. Called on the event loop.
     *
     * @param mostPause so long the reader waits for the next bytes
     */
    public static BodyStream of(RoutingContext context, Duration mostPause) {
        return of(context, mostPause, Long.MAX_VALUE);
    }

    /**
     * The same of a body that may have so many bytes.
     *
     * @param most past them, reading fails with {@link TooLarge}
     */
    public static BodyStream of(RoutingContext context, Duration mostPause, long most) {
        HttpServerRequest request = context.request();
        request.pause();
        // A length that was said Quarkus has looked at; for one that was not it leaves its limit here.
        Long limit = context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        return new BodyStream(
                request, context.vertx().getOrCreateContext(), limit == null ? most : Math.min(limit, most), mostPause);
    }

    /**
     * Lets the body come in. Called on the event loop.
     *
     * @param begin called there, once: when a small body is there or has been awaited, and at once for any other
     */
    public void bringIn(Runnable begin) {
        reader = begin;
        if (request.isEnded()) {
            end();
            return;
        }
        request.handler(this::add);
        request.endHandler(all -> end());
        request.exceptionHandler(broken -> fail(new IOException(broken)));
        request.resume();
        if (isSmall() && !continueExpected) {
            timer = eventLoop.owner().setTimer(MOST_AWAITED.toMillis(), awaited -> beginToRead());
        } else {
            beginToRead();
        }
    }

    private boolean isSmall() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) <= SMALL;
    }

    private void beginToRead() {
        if (reader != null) {
            Runnable once = reader;
            reader = null;
            eventLoop.owner().cancelTimer(timer);
            once.run();
        }
    }

    private void add(Buffer chunk) {
        bytes += chunk.length();
        if (closed || failure != null || chunk.length() == 0) {
            return;
        }
        if (bytes > limit) {
            fail(new TooLarge(limit));
            return;
        }
        waiting.add(chunk);
        if (waitingBytes.addAndGet(chunk.length()) >= MOST_WAITING) {
            held = true;
            request.pause();
        }
    }

    private void fail(IOException broken) {
        if (failure == null) {
            failure = broken;
        }
        end();
    }

    private void end() {
        waiting.add(END);
        beginToRead();
    }

    private void goOn() {
        if (held) {
            held = false;
            request.resume();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (!ended && readOfCurrent == current.length()) {
            current = next();
            readOfCurrent = 0;
            ended = current.length() == 0;
        }
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, current.length() - readOfCurrent);
        current.getBytes(readOfCurrent, readOfCurrent + count, to, offset);
        readOfCurrent += count;
        int left = waitingBytes.addAndGet(-count);
        if (left < MOST_WAITING / 2 && left + count >= MOST_WAITING / 2) {
            eventLoop.runOnContext(room -> goOn());
        }
        return count;
    }

    private Buffer next() throws IOException {
        if (continueExpected) {
            continueExpected = false;
            eventLoop.runOnContext(now -> request.response().writeContinue());
        }
        try {
            Buffer next = waiting.poll(mostPause.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                failure = new IOException("Read timed out");
                return END;
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Whether the body came to no end, and will come to none. */
    public boolean isBroken() {
        return failure != null;
    }

    /** Forgets what waits, and what still comes. Called on the event loop, when nobody reads any more. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
    }
}
